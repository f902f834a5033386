import { en } from '../../contract/locale/en';
import type { SnapshotContext } from '../calls/snapshot';
import type { IdentityKeys } from '../calls/identity';
import { DEFAULT_CALLER_KEYS, DEFAULT_REASON_KEYS, type AgentProfile } from '../settings/profile';
import type { OpenedProfile } from './open-profile';

/** What the window shows of the agent and the profile. */
export type ProfileSummary = Omit<SnapshotContext, 'canLookUpRecording' | 'hasRecorder'>;

/** Available before the keyring is unlocked, and in part even if the profile cannot be used. */
export function summarizeProfile(opened: OpenedProfile): ProfileSummary {
  switch (opened.kind) {
    case 'ready':
    case 'sealed': {
      const profile = opened.kind === 'ready' ? opened.profile : opened.outline;
      return {
        agentName: profile.agent.name,
        agentAddresses: toAddresses(profile.agent),
        identityKeys: toIdentityKeys(profile.agent),
        hasProfile: true,
        isDemo: opened.kind === 'ready' && opened.isDemo,
        hasHistory: true,
        outcomes: profile.agent.outcomes ?? en.wrapUp.outcomes,
      };
    }
    case 'unusable':
      return {
        agentName: opened.agentName ?? '',
        agentAddresses: [],
        identityKeys: toIdentityKeys({}),
        hasProfile: true,
        hasHistory: false,
        outcomes: [],
      };
    case 'none':
    case 'invalid':
      return {
        agentName: '',
        agentAddresses: [],
        identityKeys: toIdentityKeys({}),
        hasProfile: false,
        hasHistory: false,
        outcomes: [],
      };
  }
}

/** The keys of attached data that identify a call: the profile's, or the defaults. */
export function toIdentityKeys({
  callerKeys = DEFAULT_CALLER_KEYS,
  reasonKeys = DEFAULT_REASON_KEYS,
}: Pick<AgentProfile, 'callerKeys' | 'reasonKeys'>): IdentityKeys {
  return { callerKeys, reasonKeys };
}

function toAddresses({ networkId, extension }: AgentProfile): string[] {
  return [networkId, extension].filter((address) => address !== undefined);
}
