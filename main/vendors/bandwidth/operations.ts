import type { Audio, CallOperation } from '../../../contract/call-operations';
import type { AppError } from '../../../contract/errors';
import type { Outcome } from '../../../contract/outcome';
import { toAnswer } from './answers';
import type { BandwidthClient, Change, WireAudio } from './client';
import type { Invitations } from './invitations';
import type { Room } from './room';

const GONE: Outcome = { kind: 'failed', error: toError('gone') };
const NOT_ALLOWED: Outcome = { kind: 'failed', error: toError('not-allowed') };

/** Performs operations on the watched room. */
export interface Operations {
  perform(operation: CallOperation, room: Room): Promise<Outcome>;
}

type ParticipantOperation = Extract<CallOperation, { participantId: string }>;

export function createOperations(options: {
  readonly client: BandwidthClient;
  readonly invitations: Invitations;
  /** A request was sent; `shownBy` shows its effect. */
  readonly onAsked: (room: Room, shownBy: 'conference' | 'members') => void;
}): Operations {
  const { client, invitations, onAsked } = options;
  /** What was played last, by the id of the room or member: stopping has to name its kind. */
  const playedLast = new Map<string, Audio['kind']>();

  async function perform(operation: CallOperation, room: Room): Promise<Outcome> {
    if ('participantId' in operation) return performOnMember(operation, room);
    switch (operation.kind) {
      case 'hold':
        return change(room, { hold: true });
      case 'retrieve':
        return change(room, { hold: false });
      case 'mute':
        return change(room, { mute: true });
      case 'unmute':
        return change(room, { mute: false });
      case 'complete-room':
        return change(room, { state: 'completed' });
      case 'play':
        return play(room, undefined, operation.audio);
      case 'stop-playing':
        return stopPlaying(room, undefined);
      case 'add-participant': {
        const { address, isMuted = false } = operation;
        const from = room.host();
        if (from === undefined) return NOT_ALLOWED;
        return invitations.invite({ conferenceId: room.id, from, address, isMuted });
      }
      default:
        return NOT_ALLOWED;
    }
  }

  async function performOnMember(operation: ParticipantOperation, room: Room): Promise<Outcome> {
    const { kind, participantId: id } = operation;
    if (!room.hasMember(id)) {
      const isRemoval = kind === 'remove-participant';
      return (isRemoval ? await invitations.withdraw(id) : undefined) ?? GONE;
    }
    switch (kind) {
      case 'remove-participant':
        return changeMember(room, id, { state: 'completed' });
      case 'mute-participant':
        return changeMember(room, id, { mute: true });
      case 'unmute-participant':
        return changeMember(room, id, { mute: false });
      case 'hold-participant':
        return changeMember(room, id, { hold: true });
      case 'retrieve-participant':
        return changeMember(room, id, { hold: false });
      case 'play-participant':
        return play(room, id, operation.audio);
      case 'stop-playing-participant':
        return stopPlaying(room, id);
      default:
        return NOT_ALLOWED;
    }
  }

  async function change(room: Room, asked: Change): Promise<Outcome> {
    const reply = await client.updateConference(room.id, asked);
    onAsked(room, 'conference');
    return toAnswer(reply);
  }

  async function changeMember(room: Room, memberId: string, asked: Change): Promise<Outcome> {
    const reply = await client.updateMember(room.id, memberId, asked);
    onAsked(room, 'members');
    return toAnswer(reply);
  }

  async function play(room: Room, memberId: string | undefined, audio: Audio): Promise<Outcome> {
    // The profile names no audio for this line.
    if (audio.kind === 'named') return NOT_ALLOWED;
    playedLast.set(memberId ?? room.id, audio.kind);
    const content =
      audio.kind === 'sentence' ? { sentence: audio.sentence } : { fileUrl: audio.url };
    return toAnswer(await client.play(room.id, memberId, content));
  }

  /** The vendor has one stop for sentences and another for files, and does not report what is playing. */
  async function stopPlaying(room: Room, memberId: string | undefined): Promise<Outcome> {
    const silence: WireAudio =
      playedLast.get(memberId ?? room.id) === 'file' ? { fileUrl: '' } : { sentence: '' };
    return toAnswer(await client.play(room.id, memberId, silence));
  }

  return {
    async perform(operation, room) {
      const answer = await perform(operation, room);
      // It existed a moment ago.
      return answer.kind === 'failed' && answer.error.code === 'not-found'
        ? { kind: 'failed', error: { ...answer.error, code: 'gone' } }
        : answer;
    },
  };
}

function toError(code: AppError['code']): AppError {
  return { code, vendor: 'bandwidth' };
}
