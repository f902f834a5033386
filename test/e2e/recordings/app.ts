import { testInSidetone } from '../../support/sidetone';

/** One app for all actions on recordings. */
export const test = testInSidetone();
