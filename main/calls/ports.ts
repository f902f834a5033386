import type { Line } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import type { AppError } from '../../contract/errors';
import type { LineDescriptor } from '../../contract/lines';
import type { Outcome } from '../../contract/outcome';
import type { Recording, RecordingOperation } from '../../contract/recording';
import type { Result } from '../../contract/result';
import type { ConnectionState } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';
import type { CallEvent, VendorCall } from './call-events';

/** Receives what a vendor's client reports. */
export interface VendorListener {
  onCallEvent(event: CallEvent): void;
  onConnection(state: ConnectionState, reason?: AppError): void;
}

/** The interface of every vendor's client. */
export interface VendorPort {
  /** Starts connecting; updates go to the listener that the client was made with. */
  start(): void;
  /** Fetches the complete state again as soon as the rate limit allows. Does nothing before `start`. */
  refresh(): void;
  /**
   * The computer was asleep or its network changed. Connections may be dead without any error, so they are
   * reopened. Absent if no connection stays open between requests.
   */
  renew?(): void;
  /** Tries again immediately after `signed-out` or `error`. */
  retry(): void;
  /** Ends timers, polls and sockets. Never ends a call. Resolves when nothing is left. */
  stop(): Promise<void>;
}

/** The agent's choices for a new conference; the profile's defaults apply where nothing is chosen. */
export interface StartChoice {
  /** The vendor's id of the greeting for people who answer. */
  readonly greetingId?: string | undefined;
  /** The vendor's id of the place where it is recorded. */
  readonly recordingId?: string | undefined;
  /** The number that hosts it. */
  readonly from?: string | undefined;
}

/** An operation as passed to a line. */
export type LineOperation = CallOperation & {
  /** With `attach-wrap-up`: the data to attach to the call, by key. */
  readonly data?: Readonly<Record<string, string>>;
  /** Whether some of these keys are already attached, with other values. */
  readonly replacesData?: boolean;
};

/**
 * A vendor's line, which carries calls. Methods other than operations on its calls are optional, and its
 * descriptor says which it has (`canDial`, `start`, `canWatch`).
 */
export interface LinePort extends VendorPort {
  /**
   * Requests an operation on a call. Its effect is reported by call events, before or after the answer. An
   * operation that the line does not offer is refused as `not-allowed`.
   */
  perform(operation: LineOperation): Promise<Outcome>;
  /** Calls a number. The answer does not identify the call, which is reported by call events. */
  dial?(address: string): Promise<Outcome>;
  /** Starts a conference; the answer identifies the new call. */
  startConference?(choice: StartChoice): Promise<Outcome<{ readonly callId: string }>>;
  /** Watches this conference from now on, instead of the current one. */
  watch?(conferenceId: string): void;
  /** Whether a refresh shows that an operation on this call was done. Absent if it always does. */
  isShownByRefresh?(operation: CallOperation, call: VendorCall): boolean;
}

/** A line of the profile with its vendor's client. */
export interface LineClient {
  readonly descriptor: LineDescriptor;
  readonly port: LinePort;
}

/** The time of a call, for a recorder that cannot find its recording by a key alone; in ms since the epoch. */
export interface CallTime {
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
}

/** A service that records calls. `keys` are the `recordingKeys` of the call. */
export interface RecorderPort extends VendorPort {
  readonly vendor: Vendor;
  /**
   * The line whose calls it records, if a line keeps its own recordings. Absent for a recorder of all lines.
   */
  readonly line?: Line;
  /** Whether these keys are enough to find the recordings of the call. */
  canMatch(keys: Readonly<Record<string, string>>): boolean;
  /**
   * The recordings that may belong to the call: one, or several if more than one matches. Errors: `not-found`
   * and those of any request.
   */
  lookUp(
    keys: Readonly<Record<string, string>>,
    time: CallTime,
  ): Promise<Result<readonly Recording[]>>;
  /** The current state of the recording with this id. Errors: `not-found` and those of any request. */
  fetch(recordingId: string): Promise<Result<Recording>>;
  /**
   * Requests an operation on a recording that was looked up or, if none was, on the one that the match rule
   * selects, unless that may be a different one by now. `isOneOfSeveral`: the match rule selected more than
   * one, and the agent chose this one. For `delete-call`, the answer says whether it is gone or only marked
   * for deletion; a recording with `isStoppedFirst` is stopped and then deleted.
   */
  perform(
    operation: RecordingOperation,
    keys: Readonly<Record<string, string>>,
    recording: Recording | undefined,
    isOneOfSeveral: boolean,
  ): Promise<Outcome<'deleted' | 'marked-for-deletion' | null>>;
}
