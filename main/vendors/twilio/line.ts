import type { LineDescriptor } from '../../../contract/lines';
import type { TwilioProfile } from '../../settings/sections/twilio';

/** Conferences that are watched from outside, one at a time. */
export function describeConferences({ audio = [] }: Pick<TwilioProfile, 'audio'>): LineDescriptor {
  const canPlay = audio.length > 0;
  return {
    line: 'twilio',
    vendor: 'twilio',
    kind: 'conference',
    addressing: 'e164',
    participantIdentity: 'id',
    requiresConnection: false,
    callActions: [
      'add-participant',
      ...(canPlay ? (['play'] as const) : []),
      'pause-recording',
      'resume-recording',
      'stop-recording',
      'complete-room',
    ],
    participantActions: [
      'remove',
      'mute',
      'unmute',
      'hold',
      'retrieve',
      ...(canPlay ? (['play'] as const) : []),
    ],
    canDial: false,
    canWatch: true,
    canWatchByName: true,
    audio: audio.map(({ name }) => name),
    start: { action: 'create-conference', greetings: [], recordings: [] },
  };
}
