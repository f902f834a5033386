import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { VendorListener } from '../../calls/ports';

/** Reports the state of the connection to the listener if it has changed. */
export type ConnectionReport = (state: ConnectionState, reason?: AppError) => void;

export function createConnectionReport(
  listener: Pick<VendorListener, 'onConnection'>,
): ConnectionReport {
  let last = '';
  return (state, reason) => {
    const current = JSON.stringify([state, reason]);
    if (current === last) return;
    // Where the report meets a bug, nobody knows what is shown: whatever comes next is reported.
    last = '';
    listener.onConnection(state, reason);
    last = current;
  };
}
