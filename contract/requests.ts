import { z } from 'zod';
import { addressSchema, callOperationSchema, idSchema, sendableText } from './call-operations';
import { callSchema, lineSchema } from './call-model';
import type { RequestName } from './channels';
import { globalShortcutChangeSchema } from './global-shortcuts';
import {
  contactFileSchema,
  contactQuerySchema,
  favoriteSchema,
  personQuerySchema,
} from './contacts';
import {
  historyDaysSchema,
  historyFilterSchema,
  historyFormatSchema,
  historyQuerySchema,
} from './history';
import { preferenceChangeSchema } from './preferences';
import { recordingOperationSchema } from './recording';
import { MAX_REPORTED_ERROR } from './reported-error';
import { MAX_SEARCH } from './search-limit';
import {
  acceptProfileSchema,
  importRequestSchema,
  newProfileSchema,
  profileRequestSchema,
  renameProfileSchema,
  sectionFormSchema,
  sectionRequestSchema,
} from './settings';
import { vendorSchema } from './vendors';
import { wrapUpSchema } from './wrap-up';

const nothing = z.undefined();
const ofCall = z.strictObject({ callId: idSchema });
const onLine = z.strictObject({ line: lineSchema });

/** The schema of each request, which the router checks before it is handled. */
export const requestSchemas = {
  getSnapshot: nothing,
  reportPainted: z.strictObject({ revision: z.number().int().nonnegative() }),
  reportError: z.strictObject({ text: z.string().max(MAX_REPORTED_ERROR) }),
  reportNetworkChange: nothing,
  showCall: ofCall,
  performOperation: callOperationSchema,
  dial: z.strictObject({ address: addressSchema }),
  /** The ids of the greeting and the recording place; the profile's defaults if absent. */
  startTalkSpace: onLine.extend({
    greetingId: idSchema.optional(),
    recordingId: idSchema.optional(),
  }),
  watchConference: onLine.extend({ conferenceId: addressSchema }),
  /** `from` is the hosting number. */
  createConference: onLine.extend({ from: addressSchema.optional() }),
  lookUpRecordings: ofCall,
  /** `recordingId` is from a lookup. Without it, the match rule of the profile decides. */
  performOnRecording: z.strictObject({
    callId: idSchema,
    operation: recordingOperationSchema,
    recordingId: idSchema.optional(),
  }),
  /**
   * `sequence`: the call's, if it has one. `at`: when the call began, for a call that is only in the history.
   */
  saveWrapUp: ofCall.extend({
    ...wrapUpSchema.shape,
    sequence: callSchema.shape.sequence,
    at: z.number().int().nonnegative().optional(),
  }),
  searchHistory: historyQuerySchema,
  /** Writes all entries that match `text` to a file that the agent chooses. */
  exportHistory: z.strictObject({
    text: sendableText.max(MAX_SEARCH),
    filter: historyFilterSchema.optional(),
    format: historyFormatSchema,
  }),
  clearHistory: nothing,
  keepHistoryFor: z.strictObject({ days: historyDaysSchema }),
  suggestPeople: personQuerySchema,
  listContacts: contactQuerySchema,
  previewContacts: contactFileSchema,
  importContacts: nothing,
  removeContacts: nothing,
  setFavorite: favoriteSchema,
  changePreference: preferenceChangeSchema,
  sendTestNotification: nothing,
  getSettings: nothing,
  saveSection: sectionFormSchema,
  removeSection: sectionRequestSchema,
  testService: sectionFormSchema,
  importProfile: importRequestSchema,
  acceptProfile: acceptProfileSchema,
  createProfile: newProfileSchema,
  renameProfile: renameProfileSchema,
  selectProfile: profileRequestSchema,
  deleteProfile: profileRequestSchema,
  signOut: nothing,
  startDemo: nothing,
  leaveDemo: nothing,
  setGlobalShortcut: globalShortcutChangeSchema,
  setOpenLinks: z.strictObject({ isOn: z.boolean() }),
  setStartAtLogin: z.strictObject({ isOn: z.boolean() }),
  dismissMissedCall: ofCall,
  dismissCommand: z.strictObject({ commandId: idSchema }),
  retryConnection: z.strictObject({ vendor: vendorSchema }),
  getDiagnostics: nothing,
  saveDiagnostics: nothing,
  getAbout: nothing,
  showView: z.strictObject({ view: z.enum(['window', 'call-bar']) }),
  quit: z.strictObject({ isConfirmed: z.boolean() }),
} satisfies Record<RequestName, z.ZodType>;

export type Requests = { [Name in RequestName]: z.infer<(typeof requestSchemas)[Name]> };
