import { testInSidetone } from '../../support/sidetone';

/** One app for tests without a service. */
export const test = testInSidetone({ profile: ({ version, agent }) => ({ version, agent }) });
