import type { KnownCall } from './known-call';

/** When the states of a call began before the app was started, in ms since the epoch. */
export interface EarlierTimes {
  readonly startedAt: number;
  readonly answeredAt?: number | undefined;
  readonly heldSince?: number | undefined;
}

/** The part of an ended call that is still shown. */
export type PastCall = Partial<Pick<KnownCall, 'sequence'>> &
  Pick<
    KnownCall,
    | 'id'
    | 'line'
    | 'reference'
    | 'direction'
    | 'participants'
    | 'attachedData'
    | 'parentCallId'
    | 'isConsultation'
    | 'isWatched'
    | 'callerId'
    | 'startedAt'
    | 'answeredAt'
    | 'endedAt'
    | 'isEndUnseen'
    | 'media'
    | 'deletion'
  >;

/** Calls from before the app was started, or before its profile was changed. */
export interface EarlierCalls {
  /** Those that had not ended, by id. They may have ended since. */
  readonly ongoing: ReadonlyMap<string, EarlierTimes>;
  readonly ended: readonly PastCall[];
}

export const NO_EARLIER_CALLS: EarlierCalls = { ongoing: new Map(), ended: [] };
