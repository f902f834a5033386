# Runs in the clean root, as root: install, start as an ordinary user, remove, look for leavings.
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends /tmp/sidetone.deb

useradd --create-home tester
said=$(cd / && timeout 120 su tester -c 'xvfb-run -a sidetone --smoke')
echo "$said"
echo "$said" | grep -qx 'smoke ok'

apt-get purge -y sidetone
# What the user's own run wrote is the user's.
left=$(find / -xdev \( -path /home -o -path /tmp \) -prune -o -iname '*sidetone*' -print)
if [ -n "$left" ]; then
  echo "Left behind: $left"
  exit 1
fi
