# Runs in the clean root, as root: install, start as an ordinary user, remove, look for leavings.
export DEBIAN_FRONTEND=noninteractive
apt-get install -y --no-install-recommends /tmp/sidetone.deb

useradd --create-home tester
said=$(cd / && timeout 120 su tester -c 'xvfb-run -a sidetone --smoke')
echo "$said"
echo "$said" | grep -qx 'smoke ok'

apt-get purge -y sidetone
left=$(find /etc /opt /usr /var/lib -iname '*sidetone*')
if [ -n "$left" ]; then
  echo "Left behind: $left"
  exit 1
fi
