import { testInSidetone } from '../../support/sidetone';

/** One app for what the agent sees and presses during a call. */
export const test = testInSidetone();
