import { z } from 'zod';
import { addressSchema, callOperationSchema, idSchema, sendableText } from './call-operations';
import { lineSchema } from './call-model';
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

/** What may be in each request, checked by the router before anything acts on it. */
export const requestSchemas = {
  getSnapshot: nothing,
  reportPainted: z.strictObject({ revision: z.number().int().nonnegative() }),
  reportNetworkChange: nothing,
  showCall: ofCall,
  performOperation: callOperationSchema,
  dial: z.strictObject({ address: addressSchema }),
  /** The greeting and the place of the recording by their ids; the profile's own when absent. */
  startTalkSpace: onLine.extend({
    greetingId: idSchema.optional(),
    recordingId: idSchema.optional(),
  }),
  watchConference: onLine.extend({ conferenceId: addressSchema }),
  /** `from` is the number that hosts it. */
  createConference: onLine.extend({ from: addressSchema.optional() }),
  lookUpRecordings: ofCall,
  /** `recordingId` is one that was looked up; without it the match rule of the profile decides. */
  performOnRecording: z.strictObject({
    callId: idSchema,
    operation: recordingOperationSchema,
    recordingId: idSchema.optional(),
  }),
  /** `at`: when the call began, for one of which only the history knows. */
  saveWrapUp: ofCall.extend({
    ...wrapUpSchema.shape,
    at: z.number().int().nonnegative().optional(),
  }),
  searchHistory: historyQuerySchema,
  /** Everything that matches `text`, written to a file that the agent chooses. */
  exportHistory: z.strictObject({
    text: sendableText.max(200),
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
