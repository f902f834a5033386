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

/** The conferences that are open after the lines so far, each with its last line. */
export interface OpenConferences {
  add(line: JournalLine): void;
  /** Whether this is the last line of one of them. */
  has(line: JournalLine): boolean;
  /** Sidetone's ids of them. */
  ids(): string[];
}

/** @param lines those on which the agent leads conferences, such as `talkspace` */
export function createOpenConferences(lines: readonly string[]): OpenConferences {
  function conferenceOf({ kind, line, id }: JournalLine): string | undefined {
    const isLed = kind === 'call' && typeof line === 'string' && lines.includes(line);
    return isLed && typeof id === 'string' ? id : undefined;
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
