import { z } from 'zod';
import { GLOBAL_SHORTCUTS, isUsableGlobally } from './shortcut-keys';

const nameSchema = z.enum(GLOBAL_SHORTCUTS);
const keysSchema = z.string().max(40).refine(isUsableGlobally, 'cannot be a global shortcut');

export const globalShortcutKeysSchema = z.partialRecord(nameSchema, keysSchema);

/** Without `keys` the shortcut is off. */
export const globalShortcutChangeSchema = z.strictObject({
  name: nameSchema,
  keys: keysSchema.optional(),
});
export type GlobalShortcutChange = z.infer<typeof globalShortcutChangeSchema>;
