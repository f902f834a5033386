import type { Audio, CallOperation } from '../../../contract/call-operations';
import { notDone, type Outcome } from '../../../contract/outcome';
import { asGone, toOutcome } from '../shared/reply';
import type { ParticipantChange, TwilioClient } from './client';
import type { Invitations } from './invitations';
import { isBeingCalled } from './mapper';
import type { Room } from './room';

/** The service's name for the recording in progress. */
const CURRENT_RECORDING = 'Twilio.CURRENT';
const NOT_ALLOWED = notDone({ code: 'not-allowed', vendor: 'twilio' });
const GONE = notDone({ code: 'gone', vendor: 'twilio' });

/** Performs operations on the watched room. */
export type PerformOnRoom = (operation: CallOperation, room: Room) => Promise<Outcome>;

type ParticipantOperation = Extract<CallOperation, { participantId: string }>;

export function createOperations(options: {
  readonly client: TwilioClient;
  readonly invitations: Invitations;
  /** The URL of the audio with this name. */
  readonly urlOf: (audio: Audio) => string | undefined;
}): PerformOnRoom {
  const { client, invitations, urlOf } = options;

  async function perform(operation: CallOperation, room: Room): Promise<Outcome> {
    if ('participantId' in operation) return performOnParticipant(operation, room);
    switch (operation.kind) {
      case 'add-participant':
        return invitations.invite(room, operation.address, operation.isMuted ?? false);
      case 'complete-room':
        return toOutcome(await client.endConference(room.sid));
      case 'play': {
        const url = urlOf(operation.audio);
        return url === undefined ? NOT_ALLOWED : toOutcome(await client.playToAll(room.sid, url));
      }
      case 'pause-recording':
        return changeRecording(room, 'paused');
      case 'resume-recording':
        return changeRecording(room, 'in-progress');
      case 'stop-recording':
        return changeRecording(room, 'stopped');
      default:
        return NOT_ALLOWED;
    }
  }

  async function performOnParticipant(
    operation: ParticipantOperation,
    room: Room,
  ): Promise<Outcome> {
    const { kind, participantId: id } = operation;
    const participant = room.find(id);
    if (participant === undefined) return GONE;
    switch (kind) {
      case 'remove-participant':
        return isBeingCalled(participant)
          ? invitations.withdraw(id)
          : toOutcome(await client.removeParticipant(room.sid, id));
      case 'mute-participant':
        return change(room, id, { muted: true });
      case 'unmute-participant':
        return change(room, id, { muted: false });
      case 'hold-participant':
        return change(room, id, { hold: true });
      case 'retrieve-participant':
        return change(room, id, { hold: false });
      case 'play-participant': {
        const announceUrl = urlOf(operation.audio);
        return announceUrl === undefined ? NOT_ALLOWED : change(room, id, { announceUrl });
      }
      default:
        return NOT_ALLOWED;
    }
  }

  async function change(room: Room, id: string, asked: ParticipantChange): Promise<Outcome> {
    return toOutcome(await client.updateParticipant(room.sid, id, asked));
  }

  async function changeRecording(
    room: Room,
    status: 'paused' | 'in-progress' | 'stopped',
  ): Promise<Outcome> {
    const recording = room.runningRecording() ?? CURRENT_RECORDING;
    const reply = await client.updateRecording(room.sid, recording, status);
    room.noteRecordingChange();
    return toOutcome(reply);
  }

  return async (operation, room) => asGone(await perform(operation, room));
}
