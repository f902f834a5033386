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
import { MAX_SEARCH } from './search-limit';
import { wrapUpSchema } from './wrap-up';

const at = { /** In ms since the epoch. */ at: z.number() };

/** An entry of the history. Telephone numbers are complete unless the profile has them masked. */
const historyEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    ...at,
    callId: z.string(),
    line: lineSchema,
    /** Everybody who was in it at any time. */
    parties: z.array(z.string()),
    /** The other party, from the attached data or the contacts, and the reason for the call. */
    caller: z.string().optional(),
    about: z.string().optional(),
    /** Absent if unknown. */
    direction: directionSchema.optional(),
    /** The number to call back; absent if numbers are masked or there were several parties. */
    address: z.string().optional(),
    /** Absent during the call, and if the app quit before the call ended. */
    endedAt: z.number().optional(),
    /** How long it lasted; absent if unknown. */
    seconds: z.number().int().nonnegative().optional(),
    /** Whether it ended during a disconnection, at `endedAt` at the latest. */
    isEndUnseen: z.boolean().optional(),
    wasAnswered: z.boolean(),
    /** Whether it rang and ended before the agent answered or rejected it. */
    isMissed: z.boolean().optional(),
    /** The agent's note and outcome. */
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
    /** The person or thing that it concerned, if the action does not name it. */
    target: z.string().optional(),
    /** The error code and the vendor's text, if it failed or is not known. */
    reason: z.string().optional(),
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historyDaysSchema = z.literal([...HISTORY_DAYS]);

export const historyFilterSchema = z.enum(HISTORY_FILTERS);

export const historyQuerySchema = z.strictObject({
  /** Only entries that contain all of these words, ignoring case. Empty for all entries. */
  text: sendableText.max(MAX_SEARCH),
  /** Absent for all entries. */
  filter: historyFilterSchema.optional(),
  limit: z.number().int().min(1).max(MAX_HISTORY_PAGE),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** Newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** The total number, which exceeds `entries` if the limit was reached. */
  readonly total: number;
  readonly keepDays: HistoryDays;
}

export const historyFormatSchema = z.enum(HISTORY_FORMATS);
