import { testInSidetone } from '../../support/sidetone';

/**
 * One app for connection problems, with only Genesys. Polls are answered quickly, so that a lost connection
 * is noticed quickly.
 */
export const test = testInSidetone({
  simulator: { genesys: { timeout: 1_000 } },
  profile: ({ version, agent, genesys }) => ({ version, agent, genesys }),
});
