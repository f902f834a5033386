import { testInSidetone, type SidetoneOptions } from '../../support/sidetone';

/** Genesys alone. Polls are answered soon, so that a lost connection is noticed soon. */
export const GENESYS_ALONE: SidetoneOptions = {
  simulator: { genesys: { timeout: 1_000 } },
  profile: ({ version, agent, genesys }) => ({ version, agent, genesys }),
};

/** One app for the troubles of a connection. */
export const test = testInSidetone(GENESYS_ALONE);
