# Runs in the clean root as root: installs, starts as a normal user, removes, and looks for leftover files.
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends /tmp/sidetone.deb

useradd --create-home tester
said=$(cd / && timeout 120 su tester -c 'xvfb-run -a sidetone --smoke')
echo "$said"
echo "$said" | grep -qx 'smoke ok'

apt-get purge -y sidetone
# Files that the app wrote for the user stay.
left=$(find / -xdev \( -path /home -o -path /tmp \) -prune -o -iname '*sidetone*' -print)
if [ -n "$left" ]; then
  echo "Left behind: $left"
  exit 1
fi
