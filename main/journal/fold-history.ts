import { dequal } from 'dequal';
import { z } from 'zod';
import { callStateSchema, directionSchema, lineSchema, type Line } from '../../contract/call-model';
import {
  commandActionSchema,
  commandOutcomeSchema,
  type CommandOutcome,
} from '../../contract/commands';
import type { HistoryEntry } from '../../contract/history';
import { cleanText } from '../../contract/text';
import { isEmptyWrapUp } from '../../contract/wrap-up-data';
import { readState, type JournalLine } from './journal-lines';
import { readWrapUp, type WrapUpRecord } from './read-wrap-up';

type CallEntry = Extract<HistoryEntry, { kind: 'call' }>;

/** Builds the history entries from the lines of the journal. */
export interface HistoryFold {
  /** Oldest first. A later line about the same call or command replaces its entry in place. */
  readonly entries: readonly HistoryEntry[];
  /** Lines that are not about a call or command, and unreadable lines, are ignored. */
  add(line: JournalLine): void;
}

const name = z.string().transform(cleanText);
const names = z.array(name);
const foldedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    id: z.string(),
    line: lineSchema,
    state: z.preprocess(readState, callStateSchema),
    participants: names,
    direction: directionSchema.optional().catch(undefined),
    caller: name.optional().catch(undefined),
    about: name.optional().catch(undefined),
    address: z.string().optional().catch(undefined),
    missed: z.literal(true).optional().catch(undefined),
    seconds: z.int().nonnegative().optional(),
    end: z.enum(['seen', 'away']).optional().catch(undefined),
    resumed: z.literal(true).optional().catch(undefined),
  }),
  z.object({ kind: z.literal('participants'), id: z.string(), joined: names, left: names }),
  z.object({
    kind: z.literal('command'),
    id: z.string(),
    action: commandActionSchema,
    outcome: commandOutcomeSchema,
    call: z.string().optional().catch(undefined),
    target: name.optional(),
    reason: z.string().optional(),
    detail: z.string().optional(),
  }),
]);
const FOLDED_KINDS: ReadonlySet<string> = new Set(
  foldedSchema.options.map(({ shape }) => shape.kind.value),
);
type FoldedLine = z.infer<typeof foldedSchema>;
type CallLine = Extract<FoldedLine, { kind: 'call' }>;
type CommandLine = Extract<FoldedLine, { kind: 'command' }>;

const SEVERITY: Record<CommandOutcome, number> = { confirmed: 0, sent: 1, unknown: 2, failed: 3 };

/** A call and the index of its entry. */
interface CallPlace {
  readonly index: number;
  readonly parties: Set<string>;
  entry: CallEntry;
}

export function createHistoryFold(): HistoryFold {
  const entries: HistoryEntry[] = [];
  /** All calls by id, the last one first. */
  const calls = new Map<string, readonly CallPlace[]>();
  const commands = new Map<string, number>();
  /** The names of the people the agent has spoken to, by their addresses. */
  const people = new Map<string, string>();
  /** The last line of each tone, by its id, for each call. */
  const tones = new Map<string, Map<string, CommandLine>>();

  function addCall(call: CallLine, at: number): void {
    const { id, line, state, participants, address } = call;
    const [person, ...others] = participants;
    if (address !== undefined && person !== undefined && others.length === 0) {
      people.set(address, call.caller ?? person);
    }
    const isOver = state === 'ended';
    const known = calls.get(id)?.[0];
    // Its beginning was removed, so nothing is known about it.
    if (known === undefined && isOver) return;
    // A conference that has ended can be opened again under its id. That is another call.
    const isEndUndone = known?.entry.endedAt !== undefined && !isOver;
    const hasBegunAgain = isEndUndone && call.resumed !== true;
    const place = known === undefined || hasBegunAgain ? begin(id, line, at) : known;
    const { parties } = place;
    const entry = isEndUndone && !hasBegunAgain ? withoutEnd(place.entry) : place.entry;
    const count = parties.size;
    for (const name of participants) parties.add(name);
    const wasAnswered = entry.wasAnswered || state === 'established' || state === 'held';
    const end = isOver && entry.endedAt === undefined ? readEnd(call, entry.at, at) : {};
    const next = { ...entry, ...readCaller(call), parties: [...parties], wasAnswered, ...end };
    if (parties.size === count && dequal(next, place.entry)) return;
    place.entry = next;
    entries[place.index] = place.entry;
  }

  function begin(callId: string, line: Line, at: number): CallPlace {
    const entry: CallEntry = { kind: 'call', at, callId, line, parties: [], wasAnswered: false };
    const place = { index: entries.push(entry) - 1, parties: new Set<string>(), entry };
    calls.set(callId, [place, ...(calls.get(callId) ?? [])]);
    return place;
  }

  /** Ignored if the beginning of the call was removed. */
  function addWrapUp({ call, began, wrapUp }: WrapUpRecord): void {
    const place = calls.get(call)?.find(({ entry }) => entry.at <= (began ?? Infinity));
    if (place === undefined) return;
    const entry = { ...place.entry };
    if (isEmptyWrapUp(wrapUp)) delete entry.wrapUp;
    else entry.wrapUp = wrapUp;
    place.entry = entry;
    entries[place.index] = entry;
  }

  /** The tone of a call with the worst outcome so far. */
  function addTone(key: string, line: CommandLine): CommandLine {
    const lines = tones.get(key) ?? new Map<string, CommandLine>();
    tones.set(key, lines.set(line.id, line));
    return [...lines.values()].reduce((worst, other) =>
      SEVERITY[other.outcome] > SEVERITY[worst.outcome] ? other : worst,
    );
  }

  function addCommand(line: CommandLine, at: number): void {
    const { id, kind, action, call, target } = line;
    // Every key press is a command, but a row for each would be too many.
    const isTone = action === 'send-tones' && call !== undefined;
    const key = isTone ? `${action} ${call}` : id;
    const index = commands.get(key) ?? entries.length;
    commands.set(key, index);
    const known = entries[index];
    const worst = isTone ? addTone(key, line) : line;
    entries[index] = {
      kind,
      at: known?.at ?? at,
      action,
      outcome: worst.outcome,
      ...(target !== undefined && { target: people.get(target) ?? target }),
      ...(worst.reason !== undefined && {
        reason: worst.detail ? `${worst.reason}: ${worst.detail}` : worst.reason,
      }),
    };
  }

  return {
    entries,
    add: (line) => {
      const written = readWrapUp(line);
      if (written !== undefined) addWrapUp(written);
      // Much of the journal is about other things, and checking a schema is slow.
      if (!FOLDED_KINDS.has(line.kind)) return;
      const at = Date.parse(line.t);
      const parsed = foldedSchema.safeParse(line);
      if (!parsed.success || Number.isNaN(at)) return;
      const { data } = parsed;
      switch (data.kind) {
        case 'call':
          addCall(data, at);
          return;
        case 'participants':
          entries.push({
            kind: 'roster',
            at,
            callId: data.id,
            joined: data.joined,
            left: data.left,
          });
          return;
        case 'command':
          addCommand(data, at);
      }
    },
  };
}

type End = Pick<CallEntry, 'endedAt' | 'seconds' | 'isEndUnseen'>;

/** Older journals lack the length of a call; there it is the time between its lines. */
function readEnd({ end, seconds }: CallLine, startedAt: number, at: number): End {
  if (end === 'away') return { endedAt: at, isEndUnseen: true };
  const between = Math.round((at - startedAt) / 1_000);
  const length = end === undefined && between >= 0 ? between : seconds;
  return { endedAt: at, ...(length !== undefined && { seconds: length }) };
}

function withoutEnd(entry: CallEntry): CallEntry {
  const open = { ...entry };
  delete open.endedAt;
  delete open.seconds;
  delete open.isEndUnseen;
  delete open.isMissed;
  return open;
}

/** The caller and direction in a line; the last line that has them counts. */
function readCaller({ direction, caller, about, address, missed }: CallLine): Partial<CallEntry> {
  return {
    ...(direction !== undefined && { direction }),
    ...(caller !== undefined && { caller }),
    ...(about !== undefined && { about }),
    ...(address !== undefined && { address }),
    ...(missed === true && { isMissed: true }),
  };
}
