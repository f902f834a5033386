import type { Command, CommandAction } from '../../contract/commands';
import type { JournalEntry } from '../../simulator/simulator';
import type { Signature } from './repeats';
import { AUDIO } from './scripted-events';

/** The fields that an update of a participant or recording sets. */
const SETTINGS: Partial<Record<CommandAction, string>> = {
  'mute-participant': 'Muted=true',
  'unmute-participant': 'Muted=false',
  'hold-participant': 'Hold=true',
  'retrieve-participant': 'Hold=false',
  'play-participant': `AnnounceUrl=${AUDIO.url}`,
  'complete-room': 'Status=completed',
  play: `AnnounceUrl=${AUDIO.url}`,
  'pause-recording': 'Status=paused',
  'resume-recording': 'Status=in-progress',
  'stop-recording': 'Status=stopped',
};

/** The requests that a command on a Twilio conference may have sent, each once. */
export function twilioSignaturesOf(command: Command, conferenceSid: string): Signature[] {
  const { action, participantId, subject = '' } = command;
  const setting = SETTINGS[action] ?? '';
  switch (action) {
    case 'add-participant':
      return [['CreateParticipant', 'Participants', subject]];
    case 'remove-participant':
      return [
        ['DeleteParticipant', participantId ?? '', ''],
        // A person who is being called.
        ['UpdateCall', participantId ?? '', 'Status=completed'],
      ];
    case 'delete-call':
      return [
        ['UpdateConferenceRecording', 'recording', 'Status=stopped'],
        ['DeleteRecording', subject, ''],
      ];
    case 'pause-recording':
    case 'resume-recording':
    case 'stop-recording':
      return [['UpdateConferenceRecording', 'recording', setting]];
    default:
      return participantId === undefined
        ? [['UpdateConference', conferenceSid, setting]]
        : [['UpdateParticipant', participantId, setting]];
  }
}

/** A command does not name the line recording, and a request may refer to it as the current one. */
export function twilioSignatureOf({ operation, path, body }: JournalEntry): Signature {
  const last = decodeURIComponent(path.split('/').at(-1) ?? '').replace(/\.json$/, '');
  const fields = Object.entries(typeof body === 'object' && body !== null ? body : {});
  if (operation === 'CreateParticipant') {
    return [operation, last, String(fields.find(([name]) => name === 'To')?.[1])];
  }
  const target = operation === 'UpdateConferenceRecording' ? 'recording' : last;
  return [operation, target, fields.map(([name, value]) => `${name}=${String(value)}`).join(' ')];
}
