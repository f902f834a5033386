import { testInSidetone } from '../../support/sidetone';

/** One app for all actions on a telephone call. */
export const test = testInSidetone();
