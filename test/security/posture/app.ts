import { testInSidetone } from '../../support/sidetone';

/** One app for all that is tried from its window. */
export const test = testInSidetone({
  profile: ({ version, agent, genesys }) => ({ version, agent, genesys }),
});
