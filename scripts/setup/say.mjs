/** An expected failure of a script: only the message is printed, without a stack trace. */
export class ScriptError extends Error {}

/**
 * Prints a line to standard error; standard output is for the program's results.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * The message of anything that was thrown.
 *
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {unknown} error */
function describeBug(error) {
  return (error instanceof Error ? error.stack : undefined) ?? String(error);
}

/** The oldest supported Node.js version, as in `engines` in package.json. */
const OLDEST_NODE = /** @type {const} */ ([20, 19]);

/** The message for an older Node.js; undefined if it is new enough. */
export function describeOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Sidetone needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. See https://nodejs.org`;
}

/**
 * Runs a script's main function and exits with the code it returns (default 0). A ScriptError, or a
 * Node.js version that is too old, prints one line and exits with 1.
 *
 * @param {() => Promise<number | void>} main
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
    say(error instanceof ScriptError ? error.message : describeBug(error));
    process.exitCode = 1;
  }
}
