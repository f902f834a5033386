import type { Audio, CallOperation } from '../../../contract/call-operations';
import { notDone, type Outcome } from '../../../contract/outcome';
import { asGone, toOutcome } from '../shared/reply';
import type { BandwidthClient, Change, WireAudio } from './client';
import type { Invitations } from './invitations';
import type { Room } from './room';

const GONE = notDone({ code: 'gone', vendor: 'bandwidth' });
const NOT_ALLOWED = notDone({ code: 'not-allowed', vendor: 'bandwidth' });

/** The properties that simple operations set, in the conference or in a member. */
const CHANGES: ReadonlyMap<CallOperation['kind'], Change> = new Map([
  ['hold', { hold: true }],
  ['retrieve', { hold: false }],
  ['mute', { mute: true }],
  ['unmute', { mute: false }],
  ['complete-room', { state: 'completed' }],
  ['hold-participant', { hold: true }],
  ['retrieve-participant', { hold: false }],
  ['mute-participant', { mute: true }],
  ['unmute-participant', { mute: false }],
  ['remove-participant', { state: 'completed' }],
]);

/** Performs operations on the watched room. */
export interface Operations {
  perform(operation: CallOperation, room: Room): Promise<Outcome>;
}

type ParticipantOperation = Extract<CallOperation, { participantId: string }>;

export function createOperations(options: {
  readonly client: BandwidthClient;
  readonly invitations: Invitations;
  /** Called when a request was sent; `shownBy` is the resource that shows its effect. */
  readonly onRequested: (room: Room, shownBy: 'conference' | 'members') => void;
}): Operations {
  const { client, invitations, onRequested } = options;
  /**
   * The kind of audio that was played last, by the id of the room or member: a request to stop must name it.
   */
  const playedLast = new Map<string, Audio['kind']>();

  async function perform(operation: CallOperation, room: Room): Promise<Outcome> {
    if ('participantId' in operation) return performOnMember(operation, room);
    const asked = CHANGES.get(operation.kind);
    if (asked !== undefined) return change(room, asked);
    switch (operation.kind) {
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
    const asked = CHANGES.get(kind);
    if (asked !== undefined) return changeMember(room, id, asked);
    switch (kind) {
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
    onRequested(room, 'conference');
    return toOutcome(reply);
  }

  async function changeMember(room: Room, memberId: string, asked: Change): Promise<Outcome> {
    const reply = await client.updateMember(room.id, memberId, asked);
    onRequested(room, 'members');
    return toOutcome(reply);
  }

  async function play(room: Room, memberId: string | undefined, audio: Audio): Promise<Outcome> {
    // The profile names no audio for this line.
    if (audio.kind === 'named') return NOT_ALLOWED;
    const content =
      audio.kind === 'sentence' ? { sentence: audio.sentence } : { fileUrl: audio.url };
    const target = memberId ?? room.id;
    const before = playedLast.get(target);
    // Before the answer, because the agent can stop it at once. Without an answer it may be playing.
    playedLast.set(target, audio.kind);
    const reply = await client.play(room.id, memberId, content);
    if (reply.kind === 'failed') {
      if (before === undefined) playedLast.delete(target);
      else playedLast.set(target, before);
    }
    return toOutcome(reply);
  }

  /** The vendor has separate stop requests for sentences and files, and does not report what is playing. */
  async function stopPlaying(room: Room, memberId: string | undefined): Promise<Outcome> {
    const silence: WireAudio =
      playedLast.get(memberId ?? room.id) === 'file' ? { fileUrl: '' } : { sentence: '' };
    return toOutcome(await client.play(room.id, memberId, silence));
  }

  return {
    perform: async (operation, room) => asGone(await perform(operation, room)),
  };
}
