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

/** What every vendor's client can do. */
export interface VendorPort {
  /** Starts connecting; updates go to the listener that the client was made with. */
  start(): void;
  /** Fetches the complete state again as soon as is polite. Does nothing before `start`. */
  refresh(): void;
  /**
   * The computer was asleep or its network changed: connections may be dead without a sign, so they
   * are opened again. Absent where no connection stays open between two requests.
   */
  renew?(): void;
  /** Tries again at once after `signed-out` or `error`. */
  retry(): void;
  /** Ends timers, polls and sockets. Never ends a call. Resolves when nothing is left. */
  stop(): Promise<void>;
}

/** What the agent chose for a conference that is started; the profile's own where nothing is chosen. */
export interface StartChoice {
  /** Which greeting those who answer hear, by the vendor's id. */
  readonly greetingId?: string | undefined;
  /** Where it is recorded, by the vendor's id. */
  readonly recordingId?: string | undefined;
  /** The number that hosts it. */
  readonly from?: string | undefined;
}

/** An operation as passed to a line. */
export type LineOperation = CallOperation & {
  /** What is attached to the call, by key: with `attach-wrap-up`. */
  readonly data?: Readonly<Record<string, string>>;
  /** Some of it is attached already, with other values. */
  readonly replacesData?: boolean;
};

/**
 * A vendor's line, which carries calls. What it can do beyond operations on its calls is optional, and
 * announced by its descriptor (`canDial`, `start`, `canWatch`).
 */
export interface LinePort extends VendorPort {
  /**
   * Requests an operation on a call. Its effect is reported by call events, before or after the
   * answer. One that the line does not offer is refused as `not-allowed`.
   */
  perform(operation: LineOperation): Promise<Outcome>;
  /** Calls a number. The answer names no call: which one it became is reported by call events. */
  dial?(address: string): Promise<Outcome>;
  /** Starts a conference; the answer names the new call. */
  startConference?(choice: StartChoice): Promise<Outcome<{ readonly callId: string }>>;
  /** Watches this conference from now on, instead of the one before it. */
  watch?(conferenceId: string): void;
  /** Whether a refresh shows that an operation on this call was done. Absent where it always does. */
  isShownByRefresh?(operation: CallOperation, call: VendorCall): boolean;
}

/** A line of the profile with its vendor's client. */
export interface LineClient {
  readonly descriptor: LineDescriptor;
  readonly port: LinePort;
}

/** When a call was, for a recorder that cannot find its recording by a key alone; in ms since the epoch. */
export interface CallTime {
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
}

/** A service that records calls. `keys` are the `recordingKeys` of the call. */
export interface RecorderPort extends VendorPort {
  readonly vendor: Vendor;
  /** The one line whose calls it records, where a line keeps its own recordings. Absent for a recorder of any line. */
  readonly line?: Line;
  /** Whether these keys are enough to find the recordings of the call. */
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
   * than one, and the agent chose this. For `delete-call`, the answer says whether it is gone or only
   * marked for deletion; one that `isStoppedFirst` is stopped and then deleted.
   */
  perform(
    operation: RecordingOperation,
    keys: Readonly<Record<string, string>>,
    recording: Recording | undefined,
    isOneOfSeveral: boolean,
  ): Promise<Outcome<'deleted' | 'marked-for-deletion' | null>>;
}
