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
    // Set before the call, since the listener may report the next state from inside it.
    last = current;
    try {
      listener.onConnection(state, reason);
    } catch (error) {
      // What is shown is unknown now, so the next report is passed on in any case.
      last = '';
      throw error;
    }
  };
}
