import { testInSidetone } from '../../support/sidetone';

/** One app for all that is done with the keyboard alone. */
export const test = testInSidetone();
