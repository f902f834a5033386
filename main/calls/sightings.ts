import type { CallEvent } from './call-events';
import type { Moment } from '../time/clock';
import type { Calls } from './known-call';
import type { LocalEvent } from './reducer';

/**
 * Calls are fetched every few seconds, less often while the window is hidden. A call that was not seen for
 * longer than this, in ms, may have ended at any time since: the computer slept, or the line was down.
 */
const FRESH_FOR_MS = 20_000;

/** When each call was last seen. Not part of the state, since seeing a call again changes nothing. */
export interface Sightings {
  /** Records which calls an event showed. `calls` are the known calls after it. */
  note(event: CallEvent | LocalEvent, calls: Calls, at: Moment): void;
  /** Whether the call was seen so recently that, if it ends now, the time of its end is known. */
  isFresh(callId: string, at: Moment): boolean;
}

export function createSightings(): Sightings {
  const seen = new Map<string, Moment>();

  return {
    note(event, { known }, at) {
      for (const id of idsIn(event)) {
        if (known.get(id)?.endedAt === undefined && known.has(id)) seen.set(id, at);
        else seen.delete(id);
      }
    },
    isFresh(callId, at) {
      const last = seen.get(callId) ?? at;
      // The larger of the two, in case one of the clocks stood still while the computer slept.
      return Math.max(at.now - last.now, at.elapsed - last.elapsed) <= FRESH_FOR_MS;
    },
  };
}

function idsIn(event: CallEvent | LocalEvent): string[] {
  switch (event.kind) {
    case 'call-seen':
    case 'call-fetched':
      return [event.call.id];
    case 'line-fetched':
      return event.calls.map(({ id }) => id);
    case 'call-unwatched':
    case 'call-removed':
      return [event.callId];
    default:
      return [];
  }
}
