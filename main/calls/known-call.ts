import type { Deletion, Media, Participant } from '../../contract/call-model';
import type { VendorCall } from './call-events';

/** A call as Sidetone knows it: the vendor's last report, plus what only Sidetone records. */
export interface KnownCall extends Omit<VendorCall, 'lastedMs'> {
  /** The order in which calls were first seen; the newest has the highest. */
  readonly sequence: number;
  /** When it began, by the current setting of this computer's clock; never in the future. */
  readonly startedAt: number;
  /** When it began, on `clock.elapsed`, which does not change when the computer's clock is set. */
  readonly begunAt: number;
  readonly endedAt?: number;
  /** It ended during a disconnection, after it was last seen: its length is unknown. */
  readonly isEndUnseen?: boolean;
  /** When it was first known to be established. */
  readonly answeredAt?: number;
  /** When it was put on hold; absent if it already was when first seen. */
  readonly heldSince?: number;
  /** The last complete answer of its line did not contain it. If the next one does not either, it has ended. */
  readonly isMissing?: boolean;
  /**
   * The id of the first party, or of whoever took their place; `null` if there were several at first, and absent
   * if nobody has been seen yet.
   */
  readonly callerId?: string | null;
  /** The last known participants. */
  readonly lastParticipants: readonly Participant[];
  readonly media?: Media;
  readonly deletion?: Deletion;
  /** It ended a while ago and is no longer shown. Only its recording can still be requested. */
  readonly isDismissed?: boolean;
}

export interface Calls {
  readonly known: ReadonlyMap<string, KnownCall>;
  /**
   * Ids of calls whose end the vendor stated. Late notifications of them change nothing; only a newer
   * answer that contains the call brings it back. An end that was inferred is not among them.
   */
  readonly statedEnds: ReadonlySet<string>;
  readonly nextSequence: number;
}
