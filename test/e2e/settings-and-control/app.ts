import { testInSidetone } from '../../support/sidetone';

/** One app for its guide, its settings, its call bar and commands from outside. */
export const test = testInSidetone();
