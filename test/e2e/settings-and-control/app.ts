import { testInSidetone } from '../../support/sidetone';

/** One app for its settings, its call bar and the commands that come from outside. */
export const test = testInSidetone();
