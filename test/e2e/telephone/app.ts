import { testInSidetone } from '../../support/sidetone';

/** One app for all that is done to a telephone call. */
export const test = testInSidetone();
