import { z } from 'zod';
import { directionSchema, lineSchema } from './call-model';
import { sendableText } from './call-operations';
import { commandActionSchema, commandOutcomeSchema } from './commands';
import {
  HISTORY_DAYS,
  HISTORY_FILTERS,
  HISTORY_FORMATS,
  MAX_HISTORY_PAGE,
  type HistoryDays,
} from './history-choices';
import { wrapUpSchema } from './wrap-up';

const at = { /** In ms since the epoch. */ at: z.number() };

/**
 * One thing that happened, as the journal kept it. Telephone numbers have their last three digits only
 * where the profile asks for that.
 */
export const historyEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    ...at,
    callId: z.string(),
    line: lineSchema,
    /** Everybody who was in it at any time. */
    parties: z.array(z.string()),
    /** Who it was with, by its attached data or the contacts, and what it was about. */
    caller: z.string().optional(),
    about: z.string().optional(),
    /** Absent if unknown. */
    direction: directionSchema.optional(),
    /** What to dial to call back; absent where numbers are masked or there were several parties. */
    address: z.string().optional(),
    /** Absent while it goes on, and where the app ended before the call did. */
    endedAt: z.number().optional(),
    /** How long it lasted; absent where that is not known. */
    seconds: z.number().int().nonnegative().optional(),
    /** It ended during a disconnection, at `endedAt` at the latest. */
    isEndUnseen: z.boolean().optional(),
    wasAnswered: z.boolean(),
    /** It rang and ended before the agent answered or rejected it. */
    isMissed: z.boolean().optional(),
    /** What the agent has written down about it. */
    wrapUp: wrapUpSchema.optional(),
  }),
  z.object({
    kind: z.literal('roster'),
    ...at,
    callId: z.string(),
    joined: z.array(z.string()),
    left: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('command'),
    ...at,
    action: commandActionSchema,
    outcome: commandOutcomeSchema,
    /** Who or what it was about, where the action alone does not say it. */
    target: z.string().optional(),
    /** The error code and what the vendor said, where it failed or is not known. */
    reason: z.string().optional(),
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historyDaysSchema = z.literal([...HISTORY_DAYS]);

export const historyFilterSchema = z.enum(HISTORY_FILTERS);

export const historyQuerySchema = z.strictObject({
  /** Only entries in which all of these words occur, in any case; all entries when empty. */
  text: sendableText.max(200),
  /** All where absent. */
  filter: historyFilterSchema.optional(),
  limit: z.number().int().min(1).max(MAX_HISTORY_PAGE),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** Newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** How many there are in all; more than `entries` where the limit cut them. */
  readonly total: number;
  readonly keepDays: HistoryDays;
}

export const historyFormatSchema = z.enum(HISTORY_FORMATS);
