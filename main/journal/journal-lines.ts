import type { CallState } from '../../contract/call-model';

/** One line of the journal: a line of the trace, telephone numbers cut short as there. */
export interface JournalLine {
  /** When, in ISO 8601. */
  readonly t: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** The line that a row of the file holds; undefined where it is damaged. */
export function parseLine(row: string): JournalLine | undefined {
  try {
    const value: unknown = JSON.parse(row);
    return isLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Without a schema: it is asked of every line of a year, and what uses a line checks the rest of it. */
function isLine(value: unknown): value is JournalLine {
  if (typeof value !== 'object' || value === null || !('t' in value && 'kind' in value))
    return false;
  return typeof value.t === 'string' && typeof value.kind === 'string';
}

/** Journals from before the trace had codes hold the words that the window showed. */
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

/** The code of a call's state, also where the journal has it in words. */
export function readState(state: unknown): unknown {
  return FORMER_STATES.get(state) ?? state;
}

/** Which conferences are open after what was followed of the journal, each with its last entry. */
export interface OpenConferences {
  follow(line: JournalLine): void;
  /** Whether this is what one of them was last known by. */
  has(line: JournalLine): boolean;
  /** By our ids of them. */
  ids(): string[];
}

/** @param lines on which the agent leads conferences, such as `talkspace` */
export function createOpenConferences(lines: readonly string[]): OpenConferences {
  function conferenceOf({ kind, line, id }: JournalLine): string | undefined {
    const isLed = kind === 'call' && typeof line === 'string' && lines.includes(line);
    return isLed && typeof id === 'string' ? id : undefined;
  }

  /** When each was last reported, by our id. */
  const open = new Map<string, string>();
  return {
    follow: (line) => {
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

/** The conferences of these lines that the journal leaves open, by our ids of them. */
export function findOpenConferences(
  entries: readonly JournalLine[],
  lines: readonly string[],
): string[] {
  const open = createOpenConferences(lines);
  for (const entry of entries) open.follow(entry);
  return open.ids();
}
