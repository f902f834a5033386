import { z } from 'zod';
import type { About } from './about';
import { addressSchema, callOperationSchema, idSchema, sendableText } from './call-operations';
import type { RequestChannel } from './channels';
import {
  historyDaysSchema,
  historyFormatSchema,
  historyQuerySchema,
  type HistoryPage,
} from './history';
import { recordingOperationSchema, type Recording } from './recording';
import type { Snapshot } from './snapshot';
import { vendorSchema } from './vendors';

const nothing = z.undefined();
const ofCall = z.strictObject({ callId: idSchema });

/** What the window may ask, checked by the router before anything acts on it. */
export const requestSchemas = {
  'window:get-snapshot': nothing,
  'window:report-painted': z.strictObject({ revision: z.number().int().nonnegative() }),
  'network:report-change': nothing,
  'call:show': ofCall,
  'call:perform': callOperationSchema,
  'call:dial': z.strictObject({ address: addressSchema }),
  /** The greeting and the place of the recording by their ids; the profile's own when absent. */
  'talkspace:start': z.strictObject({
    greetingId: idSchema.optional(),
    recordingId: idSchema.optional(),
  }),
  'conference:watch': z.strictObject({ conferenceId: addressSchema }),
  /** `from` is the number that hosts it. */
  'conference:create': z.strictObject({ from: addressSchema }),
  'recording:look-up': ofCall,
  /** `recordingId` is one that was looked up; without it the match rule of the profile decides. */
  'recording:perform': z.strictObject({
    callId: idSchema,
    operation: recordingOperationSchema,
    recordingId: idSchema.optional(),
  }),
  'history:search': historyQuerySchema,
  /** All that `text` finds, into a file that the agent chooses. */
  'history:export': z.strictObject({ text: sendableText.max(200), format: historyFormatSchema }),
  'history:clear': nothing,
  'history:keep-for': z.strictObject({ days: historyDaysSchema }),
  'preferences:set-roster-notifications': z.strictObject({ isOn: z.boolean() }),
  'command:dismiss': z.strictObject({ commandId: idSchema }),
  'connection:retry': z.strictObject({ vendor: vendorSchema }),
  'app:get-about': nothing,
  'app:quit': nothing,
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
  'call:perform': null;
  'call:dial': null;
  'talkspace:start': null;
  'conference:watch': null;
  'conference:create': null;
  /** At least one; more where the recorder cannot tell which of them belongs to the call. */
  'recording:look-up': readonly Recording[];
  'recording:perform': null;
  'history:search': HistoryPage;
  /** The file that was written, or null where the agent chose none. */
  'history:export': string | null;
  'history:clear': null;
  'history:keep-for': null;
  'preferences:set-roster-notifications': null;
  'command:dismiss': null;
  'connection:retry': null;
  'app:get-about': About;
  'app:quit': null;
}
