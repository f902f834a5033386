import type { CallOperation } from '../../contract/call-operations';
import type { AppError } from '../../contract/errors';
import type { Recording, RecordingOperation } from '../../contract/recording';
import type { Result } from '../../contract/result';
import type { ConnectionState } from '../../contract/snapshot';
import type { CallEvent } from './call-events';

/**
 * What became of a request that changes something. It is sent at most once, so the difference between
 * "did not happen" and "nobody knows" is part of the type.
 */
export type Answer<Value = null> =
  /** The vendor said yes. For Genesys that means "on its way", not "done". */
  | { readonly kind: 'accepted'; readonly value: Value }
  /** The vendor said no, or the request never left: nothing was changed. */
  | { readonly kind: 'refused'; readonly error: AppError }
  /** The request was sent and no answer came: it may have been carried out. */
  | { readonly kind: 'no-answer'; readonly error: AppError };

/** Where a vendor tells what it has to say. */
export interface VendorListener {
  onCallEvent(event: CallEvent): void;
  onConnection(state: ConnectionState, reason?: AppError): void;
}

/** What every vendor's client can do, whatever its line. */
export interface VendorPort {
  /** Begins to connect; news go to the listener that the client was made with. */
  start(): void;
  /** Reads the whole state again as soon as is polite. Does nothing before `start`. */
  refresh(): void;
  /** Tries again at once after `signed-out` or `error`. */
  retry(): void;
  /** Ends timers, polls and sockets. Never ends a call. Resolves when nothing is left. */
  stop(): Promise<void>;
}

/** A line on which calls are: what is asked of a call goes to the line that it is on. */
export interface LinePort extends VendorPort {
  /**
   * Asks for an operation. What it did is told by call events, before or after the answer. One that
   * the line does not offer at all is refused as `not-allowed`.
   */
  perform(operation: CallOperation): Promise<Answer>;
}

/** The agent's telephone calls. */
export interface TelephonyPort extends LinePort {
  /**
   * The computer was asleep or its network changed: what is open may be dead without a sign, so it is
   * opened anew and all calls are read again.
   */
  renew(): void;
  /** Calls a number. The answer names no call: which one it became is told by call events. */
  dial(address: string): Promise<Answer>;
}

/** Which greeting those who answer hear and where the TalkSpace is recorded, by the vendor's ids. */
export interface TalkSpaceMedia {
  readonly greetingId?: string | undefined;
  readonly recordingId?: string | undefined;
}

/** Conferences that the agent starts. */
export interface TalkSpacePort extends LinePort {
  /** Starts one with the agent as its leader; the answer names the new call. */
  open(media: TalkSpaceMedia): Promise<Answer<{ readonly callId: string }>>;
}

/** A conference that is watched, one at a time. */
export interface ConferencePort extends LinePort {
  /** Watches this one from now on, and no longer the one before it. */
  watch(conferenceId: string): void;
  /** Creates one that `from` hosts, a number, and watches it; the answer names the new call. */
  create(from: string): Promise<Answer<{ readonly callId: string }>>;
}

/** When a call was, for a recorder that cannot find its recording by a key alone; in ms since the epoch. */
export interface CallTime {
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
}

/** The recorder of the calls. `keys` are the `recordingKeys` of the call. */
export interface RecorderPort extends VendorPort {
  /** Whether the profile's match rule finds what it needs in these keys. */
  canMatch(keys: Readonly<Record<string, string>>): boolean;
  /**
   * Which recordings may belong to the call: one, or all that fit where more than one does. Errors:
   * `not-found` and those of any request.
   */
  lookUp(
    keys: Readonly<Record<string, string>>,
    time: CallTime,
  ): Promise<Result<readonly Recording[]>>;
  /** The one recording with this id, as it is now. Errors: `not-found` and those of any request. */
  read(recordingId: string): Promise<Result<Recording>>;
  /**
   * Asks for an operation on a recording that was looked up, or where none was, on the one that the
   * match rule names, unless that may be another one by now. `isOneOfSeveral`: the match rule named more
   * than one, and the agent chose this. The answer tells for `delete-call` whether it is gone or only marked for deletion.
   */
  perform(
    operation: RecordingOperation,
    keys: Readonly<Record<string, string>>,
    recording: Recording | undefined,
    isOneOfSeveral: boolean,
  ): Promise<Answer<'deleted' | 'marked-for-deletion' | null>>;
}
