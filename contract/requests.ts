import { z } from 'zod';
import type { RequestChannel } from './channels';
import type { Recording } from './recording';
import type { Snapshot } from './snapshot';
import { vendorSchema } from './vendors';

const idSchema = z.string().min(1).max(300);
const nothing = z.undefined();
const ofCall = z.strictObject({ callId: idSchema });

/** What the window may ask, checked by the router before anything acts on it. */
export const requestSchemas = {
  'window:get-snapshot': nothing,
  'window:report-painted': z.strictObject({ revision: z.number().int().nonnegative() }),
  'network:report-change': nothing,
  'call:show': ofCall,
  'call:mute': ofCall,
  'call:unmute': ofCall,
  'call:hold': ofCall,
  'call:retrieve': ofCall,
  'call:hang-up': ofCall,
  'participant:remove': z.strictObject({ callId: idSchema, participantId: idSchema }),
  'talkspace:start': nothing,
  'talkspace:close': ofCall,
  'recording:look-up': ofCall,
  'recording:delete': z.strictObject({ callId: idSchema }),
  'command:dismiss': z.strictObject({ commandId: idSchema }),
  'connection:retry': z.strictObject({ vendor: vendorSchema }),
} satisfies Record<RequestChannel, z.ZodType>;

export type Requests = { [Channel in RequestChannel]: z.infer<(typeof requestSchemas)[Channel]> };

/**
 * What each request answers when it was accepted. A command answers at once: what becomes of it is
 * told by the snapshots that follow.
 */
export interface Responses {
  'window:get-snapshot': Snapshot;
  'window:report-painted': null;
  'network:report-change': null;
  'call:show': null;
  'call:mute': null;
  'call:unmute': null;
  'call:hold': null;
  'call:retrieve': null;
  'call:hang-up': null;
  'participant:remove': null;
  'talkspace:start': null;
  'talkspace:close': null;
  'recording:look-up': Recording;
  'recording:delete': null;
  'command:dismiss': null;
  'connection:retry': null;
}
