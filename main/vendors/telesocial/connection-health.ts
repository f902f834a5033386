import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { VendorListener } from '../../calls/ports';
import { createConnectionReport } from '../shared/connection-report';

/**
 * The state of the connection, as reported to the listener: connected while the service is available
 * and every open TalkSpace was refreshed in time.
 */
export interface ConnectionHealth {
  /** The service answered as expected. */
  reportAvailable(): void;
  /** The service is unavailable, or rejects requests: each TalkSpace has to be refreshed afterwards. */
  reportProblem(state: Exclude<ConnectionState, 'connected'>, reason: AppError): void;
  watch(callId: string): void;
  unwatch(callId: string): void;
  behind(callId: string, reason: AppError): void;
  caughtUp(callId: string): void;
}

export function createConnectionHealth(listener: VendorListener): ConnectionHealth {
  const report = createConnectionReport(listener);
  let isAvailable = false;
  /** Why each open TalkSpace is out of date; undefined for those that are up to date. */
  const watched = new Map<string, AppError | undefined>();

  function publish(): void {
    if (!isAvailable) return;
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
    reportAvailable() {
      isAvailable = true;
      publish();
    },
    reportProblem(state, reason) {
      isAvailable = false;
      for (const callId of watched.keys()) watched.set(callId, reason);
      report(state, reason);
    },
    watch: (callId) => void watched.set(callId, undefined),
    unwatch(callId) {
      watched.delete(callId);
      publish();
    },
    behind: note,
    caughtUp: (callId) => note(callId, undefined),
  };
}
