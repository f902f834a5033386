import type { About } from './about';
import type { StartedCommand } from './commands';
import type { ContactPage, ContactPreview, SuggestedPerson } from './contacts';
import type { Diagnostics } from './diagnostics';
import type { HistoryPage } from './history';
import type { Recording } from './recording';
import type { FormAnswer, Settings, TestAnswer } from './settings';
import type { GlobalShortcuts } from './shortcut-keys';
import type { Snapshot } from './snapshot';
import type { TestNotification } from './test-notification';

/**
 * The rate limit of a request. `read` changes nothing and is not limited. `deliberate` is for
 * actions with a dialog or some thought each time. `quick` is for repeated presses, such as keypad
 * keys. `bulk` is for actions that send one request for each of many items.
 */
export type RequestRate = 'read' | 'deliberate' | 'quick' | 'bulk';

interface RequestEntry<Answer> {
  /** The IPC channel, which is also logged: `area:verb-noun`. */
  readonly channel: string;
  readonly rate: RequestRate;
  /** Never present at run time; carries the type of the answer. */
  readonly answer?: Answer;
}

function entry<Answer>(channel: string, rate: RequestRate): RequestEntry<Answer> {
  return { channel, rate };
}

/**
 * All requests of the window to the main process, by the name of their function on the bridge.
 * Channel, bridge function, handler, rate limit and schema are all derived from this table. The
 * schemas themselves are in `requests.ts`: neither the preload script nor the start of the main
 * process loads a validator.
 */
export const REQUESTS = {
  /** Also reports that the window is ready for snapshots, so subscribe first. */
  getSnapshot: entry<Snapshot>('window:get-snapshot', 'read'),
  reportPainted: entry<null>('window:report-painted', 'read'),
  /** Reports an unexpected error in the page, for the log. */
  reportError: entry<null>('window:report-error', 'deliberate'),
  /** Reports that the network is back. Open connections may be dead. */
  reportNetworkChange: entry<null>('network:report-change', 'deliberate'),
  showCall: entry<null>('call:show', 'quick'),
  performOperation: entry<StartedCommand>('call:perform', 'quick'),
  dial: entry<StartedCommand>('call:dial', 'deliberate'),
  startTalkSpace: entry<StartedCommand>('talkspace:start', 'deliberate'),
  watchConference: entry<null>('conference:watch', 'deliberate'),
  createConference: entry<StartedCommand>('conference:create', 'deliberate'),
  /** At least one; more if the recorder cannot distinguish which of them belongs to the call. */
  lookUpRecordings: entry<readonly Recording[]>('recording:look-up', 'read'),
  performOnRecording: entry<StartedCommand>('recording:perform', 'deliberate'),
  /** Saves the agent's note and outcome, during a call or after it. */
  saveWrapUp: entry<null>('wrap-up:save', 'quick'),
  searchHistory: entry<HistoryPage>('history:search', 'read'),
  /** The file that was written, or null if the agent chose none. */
  exportHistory: entry<string | null>('history:export', 'deliberate'),
  clearHistory: entry<null>('history:clear', 'deliberate'),
  keepHistoryFor: entry<null>('history:keep-for', 'deliberate'),
  /** People to suggest for a typed text: contacts and people from the history. */
  suggestPeople: entry<readonly SuggestedPerson[]>('contacts:suggest', 'read'),
  listContacts: entry<ContactPage>('contacts:list', 'read'),
  /** A preview of importing a file, or null if the agent chose none. */
  previewContacts: entry<ContactPreview | null>('contacts:preview', 'deliberate'),
  /** Imports the last previewed file. */
  importContacts: entry<null>('contacts:import', 'deliberate'),
  /** Removes all imported contacts. */
  removeContacts: entry<null>('contacts:remove', 'deliberate'),
  setFavorite: entry<null>('contacts:set-favorite', 'quick'),
  changePreference: entry<null>('preferences:change', 'quick'),
  /** Shown regardless of the preferences. */
  sendTestNotification: entry<TestNotification>('notifications:send-test', 'deliberate'),
  getSettings: entry<Settings>('settings:get', 'read'),
  saveSection: entry<FormAnswer>('settings:save-section', 'deliberate'),
  removeSection: entry<null>('settings:remove-section', 'deliberate'),
  /** Sends one harmless request to the service, with the values of the form. */
  testService: entry<TestAnswer>('settings:test-service', 'deliberate'),
  importProfile: entry<FormAnswer>('profile:import', 'deliberate'),
  /** Stores the profile proposed by a link, and uses it. */
  acceptProfile: entry<FormAnswer>('profile:accept', 'deliberate'),
  createProfile: entry<null>('profile:create', 'deliberate'),
  renameProfile: entry<null>('profile:rename', 'deliberate'),
  selectProfile: entry<null>('profile:select', 'deliberate'),
  deleteProfile: entry<null>('profile:delete', 'deliberate'),
  /** Deletes the stored secrets of the active profile. */
  signOut: entry<null>('profile:sign-out', 'deliberate'),
  startDemo: entry<null>('demo:start', 'deliberate'),
  leaveDemo: entry<null>('demo:leave', 'deliberate'),
  /** Answers all global shortcuts after the change. */
  setGlobalShortcut: entry<GlobalShortcuts>('settings:set-global-shortcut', 'deliberate'),
  /** Whether the system opens telephone links with this app. */
  setOpenLinks: entry<null>('settings:open-links', 'deliberate'),
  setStartAtLogin: entry<null>('settings:start-at-login', 'deliberate'),
  dismissMissedCall: entry<null>('missed-call:dismiss', 'bulk'),
  dismissCommand: entry<null>('command:dismiss', 'bulk'),
  retryConnection: entry<null>('connection:retry', 'deliberate'),
  /** The report with the current state. */
  getDiagnostics: entry<Diagnostics>('diagnostics:get', 'deliberate'),
  /** Saves the report that was last shown. Answers the file, or null if the agent chose none. */
  saveDiagnostics: entry<string | null>('diagnostics:save', 'deliberate'),
  getAbout: entry<About>('app:get-about', 'read'),
  /** Shows the window, or the call bar instead. */
  showView: entry<null>('window:show-view', 'deliberate'),
  /** Quits the app; calls continue. During a call the agent must confirm it first. */
  quit: entry<null>('app:quit', 'deliberate'),
} as const;

export type RequestName = keyof typeof REQUESTS;

/** The answer to each request, if it was accepted. */
export type Answers = {
  [Name in RequestName]: (typeof REQUESTS)[Name] extends RequestEntry<infer Answer>
    ? Answer
    : never;
};

/** The names of all requests. */
export const REQUEST_NAMES = Object.keys(REQUESTS) as readonly RequestName[];

/** Main process to window: a new snapshot. */
export const SNAPSHOT_CHANNEL = 'window:snapshot';

/**
 * Main process to window: a number from a link or the command line, to be dialed if the agent
 * confirms.
 */
export const DIAL_REQUEST_CHANNEL = 'window:dial-request';

/** Main process to window: a link to show to the agent, an `OpenedLink`. */
export const LINK_CHANNEL = 'window:link';

/** Main process to window: the agent wants to quit during a call and must confirm it. */
export const QUIT_REQUEST_CHANNEL = 'window:quit-request';

/** Main process to window: the computer has slept. */
export const RESUMED_CHANNEL = 'window:resumed';

/** Main process to window: starts or stops the ring sound, even while the window is hidden. */
export const RING_SOUND_CHANNEL = 'window:ring-sound';
