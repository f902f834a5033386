import { testInSidetone } from '../../support/sidetone';

/** One app for all actions on the conference of the profile. */
export const test = testInSidetone({
  profile: ({ version, agent, bandwidth }) => ({ version, agent, bandwidth }),
});
