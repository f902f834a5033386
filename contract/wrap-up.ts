import { z } from 'zod';
import { isWellFormed } from './text';
import { MAX_NOTE, MAX_OUTCOME } from './wrap-up-limits';

const writtenText = (max: number) => z.string().max(max).refine(isWellFormed, 'is not well-formed');

/** What the agent writes down about a call. */
export const wrapUpSchema = z.strictObject({
  /** May have several lines; empty where nothing was written. */
  note: writtenText(MAX_NOTE),
  /** Empty where none was chosen. */
  outcome: writtenText(MAX_OUTCOME),
});
export type WrapUp = z.infer<typeof wrapUpSchema>;
