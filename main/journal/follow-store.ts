import { dequal } from 'dequal';
import { attempt, throwLater, type ReportError } from '../calls/attempt';
import type { KnownCall } from '../calls/known-call';
import { findRosterChanges } from '../calls/roster-changes';
import type { CallStore } from '../calls/store';
import type { Trace } from './trace';

/**
 * Writes the present connections to the trace, and then every change of calls, rosters and connections.
 * Returns a function that ends this.
 */
export function followStore(
  store: CallStore,
  trace: Trace,
  onError: ReportError = throwLater,
): () => void {
  /** If one line cannot be written, the others still are. */
  function write(act: () => void): void {
    attempt(act, onError);
  }

  for (const connection of store.getState().connections.values()) {
    write(() => trace.connection(connection));
  }
  return store.subscribe((state, previous) => {
    if (state.connections !== previous.connections) {
      for (const connection of state.connections.values()) {
        if (previous.connections.get(connection.vendor) !== connection) {
          write(() => trace.connection(connection));
        }
      }
    }
    if (state.calls.known === previous.calls.known) return;
    for (const call of state.calls.known.values()) {
      const before = previous.calls.known.get(call.id);
      if (before === undefined || !dequal(traced(before), traced(call))) {
        const isSame = before?.sequence === call.sequence;
        const isResumed = isSame && before.endedAt !== undefined && call.endedAt === undefined;
        const isMissed =
          call.endedAt !== undefined && state.missed.some(({ id }) => id === call.id);
        write(() => trace.call(call, { isResumed, isMissed }));
      }
    }
    for (const change of findRosterChanges(previous.calls, state.calls)) {
      write(() => trace.participants(change));
    }
  });
}

/** The part of a call that the trace shows. */
function traced(call: KnownCall): unknown {
  return [call.state, call.isMuted, call.isHeld, call.participants.map(({ name }) => name)];
}
