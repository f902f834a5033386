import type { Snapshot } from '../../contract/snapshot';
import type { Profile } from '../settings/profile';

/** What the profile offers beside the calls that are there. */
export function findOffers(profile: Profile | undefined): Snapshot['offers'] {
  const { agent, genesys, telesocial, bandwidth } = profile ?? {};
  return {
    dial: genesys !== undefined,
    ...(telesocial && {
      talkSpaces: {
        greetings: telesocial.greetings ?? [],
        recordings: telesocial.recordings ?? [],
      },
    }),
    ...(bandwidth && {
      // A number inside the contact centre cannot host a conference.
      conferences: { ...(agent?.extension?.startsWith('+') && { from: agent.extension }) },
    }),
    history: profile !== undefined,
  };
}
