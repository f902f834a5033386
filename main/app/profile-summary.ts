import type { SnapshotContext } from '../calls/snapshot';
import { findOffers } from './offers';
import type { OpenedProfile } from './open-profile';

/** What the window shows of the agent and the profile. */
export type ProfileSummary = Omit<SnapshotContext, 'canAskRecorder'>;

/** Known before the keyring is unlocked, and in part even where the profile itself cannot be used. */
export function summarizeProfile(opened: OpenedProfile): ProfileSummary {
  switch (opened.kind) {
    case 'ready':
    case 'sealed': {
      const profile = opened.kind === 'ready' ? opened.profile : opened.outline;
      return { agentName: profile.agent.name, hasProfile: true, offers: findOffers(profile) };
    }
    case 'unusable':
      return {
        agentName: opened.agentName ?? '',
        hasProfile: true,
        offers: findOffers(undefined),
      };
    case 'none':
    case 'invalid':
      return { agentName: '', hasProfile: false, offers: findOffers(undefined) };
  }
}
