/** An expected failure of a script: the reader needs its message, not its stack. */
export class ScriptError extends Error {}

/** Says one line to the person at the terminal; standard output stays free for a program's own lines. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** The oldest Node that the scripts run on, as `engines` in package.json says. */
const OLDEST_NODE = [20, 19];

/** What to say to who runs an older Node; undefined where it is new enough. */
export function describeOldNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Sidetone needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. See https://nodejs.org`;
}

/**
 * Runs a script's main function and ends the process with the code it returns (0 when it returns
 * none). A ScriptError becomes one line and exit code 1, as does a Node that is too old.
 */
export async function runMain(main) {
  const oldNode = describeOldNode();
  if (oldNode !== undefined) {
    say(oldNode);
    process.exitCode = 1;
    return;
  }
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof ScriptError ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
