import { randomBytes } from 'node:crypto';
import { InputError } from '../input';
import type { Timers } from '../timers';
import type { TelesocialOptions } from '../types';
import type { MediaStore } from './media-store';
import type { TalkSpaceParticipant, TalkSpaceView } from './types';

/** A conference; closed ones remain, because the vendor lists them. */
export type TalkSpace = TalkSpaceView;

interface TalkSpacesParts {
  options: TelesocialOptions;
  timers: Timers;
  media: MediaStore;
}

/** The conferences of the application key. */
export class TalkSpaces {
  readonly #parts: TalkSpacesParts;
  readonly #spaces = new Map<string, TalkSpace>();

  constructor(parts: TalkSpacesParts) {
    this.#parts = parts;
  }

  /** Opens a conference. Its leader is called like any added participant. */
  create(
    leader: string,
    media: { recordingId?: string; greetingId?: string },
    id = randomBytes(16).toString('hex'),
  ): TalkSpace {
    if (this.#spaces.has(id)) {
      throw new InputError(`conference: there is already a TalkSpace "${id}"`);
    }
    const space: TalkSpace = {
      id,
      isActive: true,
      leader,
      recordingId: media.recordingId,
      greetingId: media.greetingId,
      wasJoined: false,
      participants: [],
    };
    this.#spaces.set(space.id, space);
    this.invite(space, leader, false);
    return space;
  }

  /** Calls a person into a conference: requested, then calling, then joined, each after a delay. */
  invite(space: TalkSpace, networkId: string, isMuted: boolean): TalkSpaceParticipant {
    const participant: TalkSpaceParticipant = { networkId, state: 'requested', isMuted };
    space.participants = [
      ...space.participants.filter((other) => other.networkId !== networkId),
      participant,
    ];
    const { answerDelay } = this.#parts.options;
    if (answerDelay !== null) {
      this.#parts.timers.after(answerDelay, () => {
        if (participant.state !== 'requested') {
          return;
        }
        participant.state = 'calling';
        this.#parts.timers.after(answerDelay, () => {
          if (participant.state === 'calling') {
            this.join(space, participant);
          }
        });
      });
    }
    return participant;
  }

  /** A participant answers the telephone. */
  join(space: TalkSpace, participant: TalkSpaceParticipant): void {
    participant.state = 'joined';
    space.wasJoined = true;
  }

  /**
   * Ends a participant's call. Decided here, because only Bandwidth documents it: the conference ends with its
   * last participant.
   */
  leave(space: TalkSpace, participant: TalkSpaceParticipant): void {
    participant.state = 'left';
    if (space.participants.every(({ state }) => state === 'left')) {
      this.end(space);
    }
  }

  /** Ends the conference for everybody, and creates its recording. */
  end(space: TalkSpace): void {
    const { recordingId, isActive, wasJoined } = space;
    space.isActive = false;
    for (const participant of space.participants) {
      participant.state = 'left';
    }
    if (isActive && wasJoined && recordingId !== undefined) {
      this.#parts.timers.after(this.#parts.options.recordingDelay, () =>
        this.#parts.media.put(recordingId),
      );
    }
  }

  move(from: TalkSpace, participant: TalkSpaceParticipant, to: TalkSpace): void {
    to.participants = [
      ...to.participants.filter(({ networkId }) => networkId !== participant.networkId),
      { ...participant },
    ];
    to.wasJoined = true;
    this.leave(from, participant);
  }

  find(id: string): TalkSpace | undefined {
    return this.#spaces.get(id);
  }

  /** @throws InputError when there is no such conference; without an id: the newest active one. */
  get(id?: string): TalkSpace {
    const newestActive = this.all()
      .reverse()
      .find(({ isActive }) => isActive);
    const space = id === undefined ? newestActive : this.#spaces.get(id);
    if (space === undefined) {
      throw new InputError(`conference: there is no TalkSpace "${id ?? 'active'}"`);
    }
    return space;
  }

  /** Oldest first. */
  all(): TalkSpace[] {
    return [...this.#spaces.values()];
  }

  clear(): void {
    this.#spaces.clear();
  }
}
