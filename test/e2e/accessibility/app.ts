import { testInSidetone } from '../../support/sidetone';

/** One app for how the window looks to everybody. */
export const test = testInSidetone();
