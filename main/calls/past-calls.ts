import type { Calls, KnownCall } from './known-call';

/** The calls that have ended, newest first. The watched conference is kept separately. */
export function listPastCalls({ known }: Calls): readonly KnownCall[] {
  return [...known.values()]
    .filter((call) => call.state === 'ended' && call.isWatched !== true)
    .sort(byEnd);
}

function byEnd(one: KnownCall, other: KnownCall): number {
  return (other.endedAt ?? 0) - (one.endedAt ?? 0) || other.sequence - one.sequence;
}
