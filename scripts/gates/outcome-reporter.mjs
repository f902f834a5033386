import { writeFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

/**
 * The environment variable with the path of the outcome file (JSON). vitest passes no options to a reporter
 * from its command line.
 */
export const OUTCOME_FILE = 'SIDETONE_OUTCOME_FILE';

const STACK_LINES = 4;

/**
 * Everything that makes a run fail: not only tests, but also files that cannot be loaded, hooks, and errors
 * outside the tests, such as an unhandled rejection.
 *
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly { readonly message: string, readonly stack?: string | undefined }[]} unhandledErrors
 * @returns {import('./totals.mjs').Outcome}
 */
function readOutcome(modules, unhandledErrors) {
  const outcome = { passed: 0, failures: /** @type {string[]} */ ([]) };
  /** @param {string} name @param {readonly { readonly message: string }[] | undefined} errors */
  const add = (name, errors = []) => {
    const [line = ''] = (errors[0]?.message ?? '').trim().split('\n');
    outcome.failures.push(stripVTControlCharacters(`${name}\n    ${line}`.trimEnd()));
  };
  for (const module of modules) {
    const name = `${module.project.name} ${module.relativeModuleId}`;
    if (module.errors().length > 0) add(name, module.errors());
    for (const suite of module.children.allSuites()) {
      if (suite.errors().length > 0) add(`${name} > ${suite.fullName}`, suite.errors());
    }
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') outcome.passed += 1;
      if (state === 'failed') add(`${name} > ${test.fullName}`, errors);
    }
  }
  for (const { message, stack = message } of unhandledErrors) {
    // It belongs to no test, so its stack is the only hint.
    const lines = ['an error outside the tests', ...stack.split('\n').slice(0, STACK_LINES)];
    outcome.failures.push(stripVTControlCharacters(lines.join('\n    ')));
  }
  return outcome;
}

/** Vitest uses the default export of a reporter. */
export default class OutcomeReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest/node').SerializedError[]} unhandledErrors
   */
  async onTestRunEnd(modules, unhandledErrors) {
    const file = process.env[OUTCOME_FILE];
    if (file === undefined) throw new Error(`${OUTCOME_FILE} is not set`);
    await writeFile(file, JSON.stringify(readOutcome(modules, unhandledErrors)));
  }
}
