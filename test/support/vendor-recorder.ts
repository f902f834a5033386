import type { ConnectionState } from '../../contract/snapshot';
import type { AppError } from '../../contract/errors';
import type { CallEvent, VendorCall } from '../../main/calls/call-events';
import type { VendorListener } from '../../main/calls/ports';
import { eventually } from './eventually';

export interface VendorRecorder extends VendorListener {
  readonly events: CallEvent[];
  readonly connections: { readonly state: ConnectionState; readonly reason?: AppError }[];
  /** The call as last reported. */
  lastCall(): VendorCall | undefined;
  /** The names of the participants as last reported, in brackets while they are being called. */
  roster(): string[];
  /** Waits until the connection is in this state. */
  untilConnection(state: ConnectionState): Promise<void>;
  /** Waits for this number of events. */
  untilEvents(count: number): Promise<void>;
}

/** Records the reports of a vendor's client, for a test to wait for and inspect. */
export function createVendorRecorder(): VendorRecorder {
  const events: CallEvent[] = [];
  const connections: VendorRecorder['connections'] = [];
  function lastCall(): VendorCall | undefined {
    return events.flatMap((event) => ('call' in event ? [event.call] : [])).at(-1);
  }
  return {
    events,
    connections,
    onCallEvent: (event) => void events.push(event),
    onConnection: (state, reason) => void connections.push(reason ? { state, reason } : { state }),
    lastCall,
    roster: () =>
      (lastCall()?.participants ?? []).map(({ name, presence }) =>
        presence === 'joined' ? name : `(${name})`,
      ),
    untilConnection: (state) => eventually(() => connections.at(-1)?.state, 5).toBe(state),
    untilEvents: (count) => eventually(() => events.length, 5).toBe(count),
  };
}
