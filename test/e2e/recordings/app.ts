import { testInSidetone } from '../../support/sidetone';

/** One app for all that is done to recordings. */
export const test = testInSidetone();
