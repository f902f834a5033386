import type { AppError } from '../../contract/errors';
import type { Recording } from '../../contract/recording';
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

export type TelephonyOperation =
  | {
      readonly kind: 'mute' | 'unmute' | 'hold' | 'retrieve' | 'hang-up';
      readonly callId: string;
    }
  | {
      readonly kind: 'remove-participant';
      readonly callId: string;
      readonly participantId: string;
    };

/** The agent's telephone calls. */
export interface TelephonyPort extends VendorPort {
  /**
   * The computer was asleep or its network changed: what is open may be dead without a sign, so it is
   * opened anew and all calls are read again.
   */
  renew(): void;
  /** Asks for an operation. What it did is told by call events, before or after the answer. */
  perform(operation: TelephonyOperation): Promise<Answer>;
}

/** Conferences that the agent starts. */
export interface TalkSpacePort extends VendorPort {
  /** Starts one with the agent as its leader; the answer names the new call. */
  open(): Promise<Answer<{ readonly callId: string }>>;
  /** Closes it and ends the calls in it. */
  close(callId: string): Promise<Answer>;
}

/** A conference that is watched. */
export type ConferencePort = VendorPort;

/** The recorder of the calls. `keys` are the `recordingKeys` of the call. */
export interface RecorderPort extends VendorPort {
  /** Whether the profile's match rule finds what it needs in these keys. */
  canMatch(keys: Readonly<Record<string, string>>): boolean;
  /** Which recording belongs to the call. Errors: `not-found`, `ambiguous` and those of any request. */
  lookUp(keys: Readonly<Record<string, string>>): Promise<Result<Recording>>;
  /**
   * Deletes the recording, or marks one that is still going on for deletion. `recording` is what
   * `lookUp` told, if it did.
   */
  delete(
    keys: Readonly<Record<string, string>>,
    recording: Recording | undefined,
  ): Promise<Answer<'deleted' | 'marked-for-deletion'>>;
}
