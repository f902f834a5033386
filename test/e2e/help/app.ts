import { testInSidetone } from '../../support/sidetone';

/** One app for what needs no service. */
export const test = testInSidetone({ profile: ({ version, agent }) => ({ version, agent }) });
