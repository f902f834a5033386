import { testInSidetone } from '../../support/sidetone';

/** One app for everything that is done with only the keyboard. */
export const test = testInSidetone();
