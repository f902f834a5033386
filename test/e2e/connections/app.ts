import { testInSidetone, type SidetoneOptions } from '../../support/sidetone';

/** Only Genesys. Polls are answered quickly, so that a lost connection is noticed quickly. */
export const GENESYS_ALONE: SidetoneOptions = {
  simulator: { genesys: { timeout: 1_000 } },
  profile: ({ version, agent, genesys }) => ({ version, agent, genesys }),
};

/** One app for connection problems. */
export const test = testInSidetone(GENESYS_ALONE);
