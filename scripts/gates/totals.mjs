/**
 * The outcome of gates or tests. Each failure is a name and the start of its message.
 *
 * @typedef {{ passed: number, failures: string[] }} Outcome
 */

/**
 * Every failure again, then the totals as the last line. A run prints thousands of lines, so the end must
 * list what failed.
 *
 * @param {Outcome[]} outcomes
 */
export function describeTotals(outcomes) {
  const passed = outcomes.reduce((total, outcome) => total + outcome.passed, 0);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  return [
    ...failures.map((failure) => `✗ ${failure}`),
    `Tests: ${passed} passed, ${failures.length} failed`,
  ].join('\n');
}

/** @param {Outcome[]} outcomes */
export function hasFailed(outcomes) {
  return outcomes.some(({ failures }) => failures.length > 0);
}
