import { z } from 'zod';
import { isWellFormed } from './text';
import { MAX_NOTE, MAX_OUTCOME } from './wrap-up-limits';

const writtenText = (max: number) => z.string().max(max).refine(isWellFormed, 'is not well-formed');

/** The agent's note and outcome of a call. */
export const wrapUpSchema = z.strictObject({
  /** May have several lines; empty if there is none. */
  note: writtenText(MAX_NOTE),
  /** Empty if none was chosen. */
  outcome: writtenText(MAX_OUTCOME),
});
export type WrapUp = z.infer<typeof wrapUpSchema>;
