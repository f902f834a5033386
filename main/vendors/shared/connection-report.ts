import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { VendorListener } from '../../calls/ports';

/** Tells the listener the state of the connection, when it differs from what was told last. */
export type ConnectionReport = (state: ConnectionState, reason?: AppError) => void;

export function createConnectionReport(
  listener: Pick<VendorListener, 'onConnection'>,
): ConnectionReport {
  let told = '';
  return (state, reason) => {
    const news = JSON.stringify([state, reason]);
    if (news === told) return;
    // Where the report meets a bug, nobody knows what is shown: whatever comes next is reported.
    told = '';
    listener.onConnection(state, reason);
    told = news;
  };
}
