import { randomUUID } from 'node:crypto';
import { InputError } from '../input';
import type { RecordingSpec, RecordingView } from './types';

/** A recording. Times are milliseconds since the epoch. */
export interface Recording {
  readonly callId: string;
  readonly nativeId: string;
  readonly platformCallId: string;
  readonly meetingId: string;
  readonly caller: string;
  readonly called: string;
  readonly startTime: number;
  endTime: number | undefined;
  isMarkedForDeletion: boolean;
  isKept: boolean;
  muted: RecordingView['muted'];
}

/** The recordings of the recorder. */
export class Recordings {
  readonly #now: () => number;
  #recordings: Recording[] = [];
  #made = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(spec: RecordingSpec): Recording {
    this.#made += 1;
    const recording: Recording = {
      callId: spec.callId ?? randomUUID(),
      nativeId: spec.nativeId ?? `TRS${26140000 + this.#made}`,
      platformCallId: spec.platformCallId ?? String(71627000 + this.#made),
      meetingId: spec.meetingId ?? '',
      caller: spec.caller,
      called: spec.called,
      startTime: this.#now(),
      endTime: spec.isFinished === true ? this.#now() : undefined,
      isMarkedForDeletion: false,
      isKept: false,
      muted: 'none',
    };
    this.#recordings.push(recording);
    return recording;
  }

  /** Ends a recording, and deletes it if it is marked for deletion. */
  finish(recording: Recording): void {
    recording.endTime ??= this.#now();
    recording.muted = 'none';
    if (recording.isMarkedForDeletion) {
      this.#remove(recording);
    }
  }

  /** Deletes a finished recording, or marks an ongoing one for deletion. */
  delete(recording: Recording): void {
    if (recording.endTime === undefined) {
      recording.isMarkedForDeletion = true;
    } else {
      this.#remove(recording);
    }
  }

  /** @throws InputError when the recording does not exist */
  get(callId: string): Recording {
    const recording = this.#recordings.find((candidate) => candidate.callId === callId);
    if (recording === undefined) {
      throw new InputError(`callId: there is no recording "${callId}"`);
    }
    return recording;
  }

  /** Oldest first. */
  all(): Recording[] {
    return [...this.#recordings];
  }

  clear(): void {
    this.#recordings = [];
  }

  #remove(recording: Recording): void {
    this.#recordings = this.#recordings.filter((other) => other !== recording);
  }
}
