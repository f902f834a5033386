/**
 * The program that a launcher starts, in the same folder.
 *
 * @param {string} launcher
 */
export function programBehind(launcher) {
  return `${launcher}-app`;
}

const NO_NAMESPACES = [
  "Chromium's sandbox cannot start, because this system refuses user namespaces;",
  'install the deb package instead, or allow them, on Ubuntu with:',
  'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
].join(' ');

/**
 * A shell script that starts the app on Linux. If root starts it, or its sandbox cannot start, Chromium exits
 * with a stack trace before any of our code runs. So the script handles what needs no Chromium, and explains
 * the rest.
 *
 * An AppImage's own script would rather run without the sandbox, and say nothing: it puts `--no-sandbox` first
 * if `unshare` fails. A user who wants that can give the flag twice.
 *
 * @param {{ version: string, usage: string }} texts
 */
export function writeLauncher({ version, usage }) {
  return `#!/bin/sh
program="$(readlink -f "$0")-app"
problem=
if [ -n "$APPIMAGE" ] && [ "$1" = --no-sandbox ]; then
  unshare -Ur true 2>/dev/null
  case $? in
    0) ;;
    127) shift ;;
    *)
      shift
      problem="${NO_NAMESPACES}"
      ;;
  esac
fi
if [ "$(id -u)" = 0 ]; then
  problem='it does not run as root; start it as an ordinary user'
fi
if [ -n "$problem" ]; then
  answer=
  for argument in "$@"; do
    case "$argument" in
      --no-sandbox) exec "$program" "$@" ;;
      --version | --help) answer="$argument" ;;
    esac
  done
  case "$answer" in
    --version)
      echo '${version}'
      exit 0
      ;;
    --help)
      cat <<'END'
${usage}
END
      exit 0
      ;;
  esac
  echo "sidetone: $problem" >&2
  exit 1
fi
exec "$program" "$@"
`;
}
