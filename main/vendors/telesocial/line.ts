import type { LineDescriptor } from '../../../contract/lines';
import type { TelesocialProfile } from '../../settings/sections/telesocial';

/** TalkSpaces: conferences that the agent hosts. */
export function describeTalkSpaces({
  greetings = [],
  recordings = [],
}: Pick<TelesocialProfile, 'greetings' | 'recordings'>): LineDescriptor {
  return {
    line: 'talkspace',
    vendor: 'telesocial',
    kind: 'conference',
    addressing: 'network-id',
    participantIdentity: 'id',
    requiresConnection: false,
    callActions: ['add-participant', 'close-talkspace'],
    participantActions: ['remove', 'mute', 'unmute', 'move'],
    canDial: false,
    canWatch: false,
    start: { action: 'start-talkspace', greetings, recordings },
  };
}
