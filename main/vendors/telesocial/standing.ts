import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { VendorListener } from '../../calls/ports';
import { createConnectionReport } from '../shared/connection-report';

/**
 * The state of the connection, as reported to the listener: connected while the service is there and
 * every open TalkSpace has been read in time.
 */
export interface Standing {
  /** The service answered as itself. */
  there(): void;
  /** The service is not there, or cannot be asked: each TalkSpace has to be read again after it. */
  trouble(state: Exclude<ConnectionState, 'connected'>, reason: AppError): void;
  watch(callId: string): void;
  forget(callId: string): void;
  behind(callId: string, reason: AppError): void;
  caughtUp(callId: string): void;
}

export function createStanding(listener: VendorListener): Standing {
  const report = createConnectionReport(listener);
  let isThere = false;
  /** Why each open TalkSpace is not known; undefined where it is. */
  const watched = new Map<string, AppError | undefined>();

  function publish(): void {
    if (!isThere) return;
    const reason = [...watched.values()].find((why) => why !== undefined);
    if (reason === undefined) report('connected');
    else report('reconnecting', reason);
  }

  function note(callId: string, reason: AppError | undefined): void {
    if (!watched.has(callId)) return;
    watched.set(callId, reason);
    publish();
  }

  return {
    there() {
      isThere = true;
      publish();
    },
    trouble(state, reason) {
      isThere = false;
      for (const callId of watched.keys()) watched.set(callId, reason);
      report(state, reason);
    },
    watch: (callId) => void watched.set(callId, undefined),
    forget(callId) {
      watched.delete(callId);
      publish();
    },
    behind: note,
    caughtUp: (callId) => note(callId, undefined),
  };
}
