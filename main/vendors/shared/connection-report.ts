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
    // Set first, because the listener may report the next state during the call.
    last = current;
    try {
      listener.onConnection(state, reason);
    } catch (error) {
      // It is not known what is shown now, so the next report is always passed on.
      last = '';
      throw error;
    }
  };
}
