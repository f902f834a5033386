import type { AppError } from '../../contract/errors';
import type { ConnectionState } from '../../contract/snapshot';
import type { CallEvent, VendorCall } from '../../main/calls/call-events';
import type { VendorListener } from '../../main/calls/ports';

interface ConnectionUpdate {
  readonly state: ConnectionState;
  readonly reason: AppError | undefined;
}

export interface TelephonyRecorder extends VendorListener {
  readonly connections: readonly ConnectionUpdate[];
  readonly events: readonly CallEvent[];
  /** The calls after all events so far. */
  calls(): VendorCall[];
  /** Resolves with the result of `look` as soon as it is defined. */
  when<Found>(look: () => Found | undefined): Promise<Found>;
  /** Resolves with the reason when the connection is in this state. */
  whenConnection(state: ConnectionState, code?: AppError['code']): Promise<ConnectionUpdate>;
  /** Resolves when there is a matching call. */
  whenCall(matches: (call: VendorCall) => boolean): Promise<VendorCall>;
}

/** Records the reports of a vendor's client, and waits for them without timers. */
export function createTelephonyRecorder(): TelephonyRecorder {
  const connections: ConnectionUpdate[] = [];
  const events: CallEvent[] = [];
  const calls = new Map<string, VendorCall>();
  const looks = new Set<() => void>();
  let missing = new Set<string>();

  function notify(): void {
    for (const look of [...looks]) look();
  }

  function apply(event: CallEvent): void {
    if (event.kind === 'line-fetched' && event.isComplete)
      dropMissing(event.calls.map(({ id }) => id));
    const seen = event.kind === 'line-fetched' ? event.calls : [];
    for (const call of event.kind === 'call-seen' ? [event.call] : seen) calls.set(call.id, call);
    if (event.kind === 'call-ended') calls.delete(event.callId);
  }

  /** A call that is missing from two answers in a row has ended. */
  function dropMissing(present: readonly string[]): void {
    const absent = [...calls.keys()].filter((id) => !present.includes(id));
    for (const id of absent) if (missing.has(id)) calls.delete(id);
    missing = new Set(absent);
  }

  function when<Found>(look: () => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      function check(): void {
        const found = look();
        if (found === undefined) return;
        looks.delete(check);
        resolve(found);
      }
      looks.add(check);
      check();
    });
  }

  return {
    connections,
    events,
    calls: () => [...calls.values()],
    when,
    whenConnection: (state, code) =>
      when(() => {
        const last = connections.at(-1);
        const isIt = last?.state === state && (code === undefined || last.reason?.code === code);
        return isIt ? last : undefined;
      }),
    whenCall: (matches) => when(() => [...calls.values()].find(matches)),
    onCallEvent(event) {
      events.push(event);
      apply(event);
      notify();
    },
    onConnection(state, reason) {
      connections.push({ state, reason });
      notify();
    },
  };
}
