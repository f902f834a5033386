import { z } from 'zod';
import { cleanLines, cleanText } from '../../contract/text';
import type { WrapUp } from '../../contract/wrap-up';
import type { JournalLine } from './journal-lines';

const lineSchema = z.object({
  kind: z.literal('wrap-up'),
  call: z.string(),
  began: z.iso.datetime().optional(),
  note: z.string(),
  outcome: z.string(),
});

/** A note and an outcome from a line of the journal. */
export interface WrapUpRecord {
  /** The call's id. */
  readonly call: string;
  /**
   * When that call began, or a later moment before the next one with that id began, in ms since the epoch.
   * Without it, the last one is meant.
   */
  readonly began?: number;
  readonly wrapUp: WrapUp;
}

/** Undefined for any other line. */
export function readWrapUp(line: JournalLine): WrapUpRecord | undefined {
  if (line.kind !== 'wrap-up') return undefined;
  const parsed = lineSchema.safeParse(line);
  if (!parsed.success) return undefined;
  const { call, began, note, outcome } = parsed.data;
  return {
    call,
    ...(began !== undefined && { began: Date.parse(began) }),
    wrapUp: { note: cleanLines(note), outcome: cleanText(outcome) },
  };
}
