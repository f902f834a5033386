/**
 * The program that a launcher starts, in the same folder.
 *
 * @param {string} launcher
 */
export function programBehind(launcher) {
  return `${launcher}-app`;
}

/**
 * A shell script that starts the app on Linux. If root starts it, Chromium exits with a stack trace before
 * any of our code runs. So the script handles what needs no Chromium, and explains the rest.
 *
 * @param {{ version: string, usage: string }} texts
 */
export function writeLauncher({ version, usage }) {
  return `#!/bin/sh
program="$(readlink -f "$0")-app"
if [ "$(id -u)" = 0 ]; then
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
  echo 'sidetone: it does not run as root; start it as an ordinary user' >&2
  exit 1
fi
exec "$program" "$@"
`;
}
