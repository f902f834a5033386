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
 * How often a request may come: `read` changes nothing and is not limited; `deliberate` takes a dialog
 * or some thought each time; `quick` is pressed in a row, such as the keys of the keypad; `bulk` is
 * sent once for each of many things by one press.
 */
export type RequestRate = 'read' | 'deliberate' | 'quick' | 'bulk';

interface RequestEntry<Answer> {
  /** What it is called between the processes and in the log: `area:verb-noun`. */
  readonly channel: string;
  readonly rate: RequestRate;
  /** Never there; carries the type of what the main process answers. */
  readonly answer?: Answer;
}

function entry<Answer>(channel: string, rate: RequestRate): RequestEntry<Answer> {
  return { channel, rate };
}

/**
 * Everything that the window can ask of the main process, by the name of its function on the bridge.
 * Channel, bridge function, handler, rate limit and schema are all derived from this table. The
 * schemas themselves are in `requests.ts`: neither the preload script nor the start of the main
 * process loads a validator.
 */
export const REQUESTS = {
  /** Also says that the window is ready for snapshots: subscribe first. */
  getSnapshot: entry<Snapshot>('window:get-snapshot', 'read'),
  reportPainted: entry<null>('window:report-painted', 'read'),
  /** The computer is back on a network: connections that were open may be dead. */
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
  /** What the agent has written down about a call, while it goes on or after it. */
  saveWrapUp: entry<null>('wrap-up:save', 'quick'),
  searchHistory: entry<HistoryPage>('history:search', 'read'),
  /** The file that was written, or null where the agent chose none. */
  exportHistory: entry<string | null>('history:export', 'deliberate'),
  clearHistory: entry<null>('history:clear', 'deliberate'),
  keepHistoryFor: entry<null>('history:keep-for', 'deliberate'),
  /** Who to call, by what is typed: contacts and people of the history. */
  suggestPeople: entry<readonly SuggestedPerson[]>('contacts:suggest', 'read'),
  listContacts: entry<ContactPage>('contacts:list', 'read'),
  /** What importing a file would do, or null where the agent chose none. */
  previewContacts: entry<ContactPreview | null>('contacts:preview', 'deliberate'),
  /** Imports the file that was previewed last. */
  importContacts: entry<null>('contacts:import', 'deliberate'),
  /** Removes all that were imported. */
  removeContacts: entry<null>('contacts:remove', 'deliberate'),
  setFavorite: entry<null>('contacts:set-favorite', 'quick'),
  changePreference: entry<null>('preferences:change', 'quick'),
  /** Shown whatever the agent has chosen. */
  sendTestNotification: entry<TestNotification>('notifications:send-test', 'deliberate'),
  getSettings: entry<Settings>('settings:get', 'read'),
  saveSection: entry<FormAnswer>('settings:save-section', 'deliberate'),
  removeSection: entry<null>('settings:remove-section', 'deliberate'),
  /** Sends one harmless request to the service, with the values of the form. */
  testService: entry<TestAnswer>('settings:test-service', 'deliberate'),
  importProfile: entry<FormAnswer>('profile:import', 'deliberate'),
  /** Stores the profile that a link proposed, and uses it. */
  acceptProfile: entry<FormAnswer>('profile:accept', 'deliberate'),
  createProfile: entry<null>('profile:create', 'deliberate'),
  renameProfile: entry<null>('profile:rename', 'deliberate'),
  selectProfile: entry<null>('profile:select', 'deliberate'),
  deleteProfile: entry<null>('profile:delete', 'deliberate'),
  /** Deletes the stored secrets of the active profile. */
  signOut: entry<null>('profile:sign-out', 'deliberate'),
  startDemo: entry<null>('demo:start', 'deliberate'),
  leaveDemo: entry<null>('demo:leave', 'deliberate'),
  /** All global shortcuts, as they are then. */
  setGlobalShortcut: entry<GlobalShortcuts>('settings:set-global-shortcut', 'deliberate'),
  /** Whether the system opens telephone links with this app. */
  setOpenLinks: entry<null>('settings:open-links', 'deliberate'),
  setStartAtLogin: entry<null>('settings:start-at-login', 'deliberate'),
  dismissMissedCall: entry<null>('missed-call:dismiss', 'bulk'),
  dismissCommand: entry<null>('command:dismiss', 'bulk'),
  retryConnection: entry<null>('connection:retry', 'deliberate'),
  /** The report as it would be saved now. */
  getDiagnostics: entry<Diagnostics>('diagnostics:get', 'deliberate'),
  /** Saves the report that was last got; the file, or null where the agent chose none. */
  saveDiagnostics: entry<string | null>('diagnostics:save', 'deliberate'),
  getAbout: entry<About>('app:get-about', 'read'),
  /** Brings up the window, or the call bar in its place. */
  showView: entry<null>('window:show-view', 'deliberate'),
  /** Ends the app, in order; calls go on. During a call the window is asked to confirm it first. */
  quit: entry<null>('app:quit', 'deliberate'),
} as const;

export type RequestName = keyof typeof REQUESTS;

/** What each request is answered with when it was accepted. */
export type Answers = {
  [Name in RequestName]: (typeof REQUESTS)[Name] extends RequestEntry<infer Answer>
    ? Answer
    : never;
};

/** The names of all requests. */
export const REQUEST_NAMES = Object.keys(REQUESTS) as readonly RequestName[];

/** Main process to window: a new snapshot. */
export const SNAPSHOT_CHANNEL = 'window:snapshot';

/** Main process to window: a number that was handed over from outside, to be dialed if the agent confirms. */
export const DIAL_REQUEST_CHANNEL = 'window:dial-request';

/** Main process to window: a link was opened that the agent has to see; an `OpenedLink`. */
export const LINK_CHANNEL = 'window:link';

/** Main process to window: the agent wants to quit during a call, and is to confirm it. */
export const QUIT_REQUEST_CHANNEL = 'window:quit-request';

/** Main process to window: whether the ring sound is to be played, also while the window is hidden. */
export const RING_SOUND_CHANNEL = 'window:ring-sound';
