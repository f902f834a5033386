import { testInSidetone } from '../../support/sidetone';

/** One app for the window during a call. */
export const test = testInSidetone();
