import type { CallState } from '../../contract/call-model';

/** A line of the journal, in the format of the trace. */
export interface JournalLine {
  /** When, in ISO 8601. */
  readonly t: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** Parses a row of the file; undefined if it is damaged. */
export function parseLine(row: string): JournalLine | undefined {
  try {
    const value: unknown = JSON.parse(row);
    return isLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Without a schema, because a year has many lines. The code that uses a line validates the rest. */
function isLine(value: unknown): value is JournalLine {
  if (typeof value !== 'object' || value === null || !('t' in value && 'kind' in value))
    return false;
  return typeof value.t === 'string' && typeof value.kind === 'string';
}

/** Before the trace had codes, the journal had the words that the window showed. */
const FORMER_STATES: ReadonlyMap<unknown, CallState> = new Map([
  ['Waiting', 'waiting'],
  ['Dialing', 'dialing'],
  ['Ringing', 'ringing'],
  ['Established', 'established'],
  ['On hold', 'held'],
  ['Ended', 'ended'],
  ['State not known', 'unknown'],
  ['created', 'waiting'],
  ['active', 'established'],
  ['completed', 'ended'],
  ['not known', 'unknown'],
]);

/** The code of a call's state, whether the journal has the code or the words. */
export function readState(state: unknown): unknown {
  return FORMER_STATES.get(state) ?? state;
}

/** The call that a line is about, or a note about it; empty for lines about anything else. */
export function callOf({ kind, id, call }: JournalLine): string {
  if (kind === 'call') return String(id);
  return kind === 'wrap-up' ? String(call) : '';
}

/** The lines about calls that go on. */
export interface OngoingCalls {
  add(line: JournalLine): void;
  /** Whether this is a line about one of them, from its beginning on. */
  has(line: JournalLine): boolean;
}

/** @param isOngoing whether a call, by its id, is known and has not ended */
export function createOngoingCalls(isOngoing: (callId: string) => boolean): OngoingCalls {
  /** When each of them began, and whether it had ended, by its id. */
  const calls = new Map<string, { readonly t: string; readonly isOver: boolean }>();
  return {
    add: (line) => {
      const id = callOf(line);
      if (line.kind !== 'call' || !isOngoing(id)) return;
      const before = calls.get(id);
      const isOver = readState(line.state) === 'ended';
      // A conference that has ended can be opened again under its id. That is another call.
      const hasBegunAgain = before?.isOver === true && !isOver && line.resumed !== true;
      const t = before === undefined || hasBegunAgain ? line.t : before.t;
      calls.set(id, { t, isOver });
    },
    has: (line) => {
      const call = calls.get(callOf(line));
      return call?.isOver === false && line.t >= call.t;
    },
  };
}

/** The conferences that are open after the lines so far, each with its last line. */
export interface OpenConferences {
  add(line: JournalLine): void;
  /** Whether this is the last line of one of them. */
  has(line: JournalLine): boolean;
  /** Sidetone's ids of them. */
  ids(): string[];
}

/** @param lines those on which the agent hosts conferences, such as `talkspace` */
export function createOpenConferences(lines: readonly string[]): OpenConferences {
  function conferenceOf({ kind, line, id }: JournalLine): string | undefined {
    const isHosted = kind === 'call' && typeof line === 'string' && lines.includes(line);
    return isHosted && typeof id === 'string' ? id : undefined;
  }

  /** When each was last reported, by our id. */
  const open = new Map<string, string>();
  return {
    add: (line) => {
      const id = conferenceOf(line);
      if (id === undefined) return;
      if (readState(line.state) === 'ended') open.delete(id);
      else open.set(id, line.t);
    },
    has: (line) => {
      const id = conferenceOf(line);
      return id !== undefined && open.get(id) === line.t;
    },
    ids: () => [...open.keys()],
  };
}

/** Sidetone's ids of the conferences on these lines that the journal leaves open. */
export function findOpenConferences(
  entries: readonly JournalLine[],
  lines: readonly string[],
): string[] {
  const open = createOpenConferences(lines);
  for (const entry of entries) open.add(entry);
  return open.ids();
}
