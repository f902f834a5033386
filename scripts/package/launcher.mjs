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
 * the rest: on standard error and, without a terminal, in a window as well, since nobody sees the output of a
 * program that the desktop started.
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
  message="sidetone: $problem"
  echo "$message" >&2
  if [ ! -t 0 ] && [ ! -t 1 ] && [ ! -t 2 ] && [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then
    for tool in zenity kdialog xmessage notify-send; do
      command -v "$tool" >/dev/null || continue
      case "$tool" in
        zenity) zenity --error --title=Sidetone --no-markup --text="$message" ;;
        kdialog) kdialog --title Sidetone --error "$message" ;;
        xmessage) xmessage -center "$(echo "$message" | fold -s -w 80)" ;;
        notify-send) notify-send Sidetone "$message" ;;
      esac
      break
    done
  fi
  exit 1
fi
exec "$program" "$@"
`;
}
