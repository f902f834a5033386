import { say, ScriptError } from './say.mjs';

/** How often a step that takes long says that it goes on, in milliseconds. */
const REPORT_INTERVAL = 10_000;

/**
 * Runs one step of the set-up. Says what is being done, at intervals that it goes on, and gives up at
 * a limit; a failure ends with what the reader can do.
 *
 * @template Result
 * @param {string} what is being done, as the beginning of a line
 * @param {object} options
 * @param {number} options.limit in seconds
 * @param {string} options.remedy a sentence
 * @param {(line: string) => void} [options.report]
 * @param {(signal: AbortSignal) => Promise<Result>} work has to end when the signal aborts
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
      throw new ScriptError(`${what}: given up after ${limit} s. ${remedy}`);
    if (error instanceof ScriptError) throw new ScriptError(`${error.message}\n${remedy}`);
    throw error;
  } finally {
    clearInterval(reporting);
    clearTimeout(timer);
  }
}
