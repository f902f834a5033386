import { testInSidetone } from '../../support/sidetone';

/** One app for what the desktop shows of calls, and a trace that shows numbers in full. */
export const test = testInSidetone({ flags: ['--trace-numbers'] });
