import { z } from 'zod';
import { cleanText, isWellFormed } from '../../../contract/text';

/** Longer names and numbers are truncated, because everything that is shown is sent to the window. */
const MAX_TEXT = 1_000;
/**
 * Ids are never truncated, because that would make them different ids. Sidetone's ids have a prefix and at
 * most 300 characters.
 */
const MAX_ID = 250;

/** A name, number or other text that is shown: cleaned, trimmed and of limited length. */
export const wireText = z.string().transform(toWireText);

/** The same for text that is not parsed with a schema. */
export function toWireText(text: string): string {
  return cleanText(text.slice(0, MAX_TEXT)).trim();
}

/** An id for requests, unchanged; invalid if it cannot be sent back. */
export const wireId = z.string().min(1).max(MAX_ID).refine(isWellFormed, 'is not well-formed');
