import type { LineDescriptor } from '../../../contract/lines';
import type { AgentProfile } from '../../settings/profile';

/** Conferences that are watched from outside, one at a time. */
export function describeConferences({
  extension,
}: Pick<AgentProfile, 'extension'>): LineDescriptor {
  return {
    line: 'conference',
    vendor: 'bandwidth',
    kind: 'conference',
    addressing: 'e164',
    participantIdentity: 'id',
    requiresConnection: false,
    callActions: [
      'mute',
      'unmute',
      'hold',
      'retrieve',
      'add-participant',
      'play',
      'stop-playing',
      'complete-room',
    ],
    participantActions: ['remove', 'mute', 'unmute', 'hold', 'retrieve', 'play', 'stop-playing'],
    canDial: false,
    canWatch: true,
    start: {
      action: 'create-conference',
      greetings: [],
      recordings: [],
      // A number inside the contact center cannot host a conference.
      from: extension?.startsWith('+') === true ? { suggested: extension } : {},
    },
  };
}
