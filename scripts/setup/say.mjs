/** An expected failure of a script: the reader needs its message, not its stack. */
export class ScriptError extends Error {}

/** Says one line to the person at the terminal; standard output stays free for a program's own lines. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function and ends the process with the code it returns (0 when it returns
 * none). A ScriptError becomes one line and exit code 1.
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof ScriptError ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
