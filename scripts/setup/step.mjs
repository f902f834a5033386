import { say, ScriptError } from './say.mjs';

/** How often a long step prints that it is still running, in milliseconds. */
const REPORT_INTERVAL = 10_000;

/**
 * Runs a setup step. Prints what it does and, at intervals, that it is still running; gives up after a
 * limit. A failure ends with the remedy.
 *
 * @template Result
 * @param {string} what it does, as the beginning of a line
 * @param {object} options
 * @param {number} options.limit in seconds
 * @param {string} options.remedy a sentence
 * @param {(line: string) => void} [options.report]
 * @param {(signal: AbortSignal) => Promise<Result>} work must end when the signal aborts
 * @returns {Promise<Result>}
 */
export async function runStep(what, { limit, remedy, report = say }, work) {
  report(what);
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const reporting = setInterval(() => {
    report(`  ${what}: ${seconds()} s so far, at most ${limit} s`);
  }, REPORT_INTERVAL);
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), limit * 1000);
  try {
    return await work(giveUp.signal);
  } catch (error) {
    if (giveUp.signal.aborted)
      throw new ScriptError(`${what}: timed out after ${limit} s. ${remedy}`);
    if (error instanceof ScriptError) throw new ScriptError(`${error.message}\n${remedy}`);
    throw error;
  } finally {
    clearInterval(reporting);
    clearTimeout(timer);
  }
}
