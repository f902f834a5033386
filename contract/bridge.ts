import type { Requests, Responses } from './requests';
import type { Result } from './result';
import type { Snapshot } from './snapshot';

type Ask<Channel extends keyof Responses> = undefined extends Requests[Channel]
  ? () => Promise<Result<Responses[Channel]>>
  : (request: Requests[Channel]) => Promise<Result<Responses[Channel]>>;

/** What the preload script puts on `window.sidetone`: one named function for each contract entry. */
export interface Bridge {
  /** Also tells the main process that this window is ready for snapshots: subscribe first. */
  readonly getSnapshot: Ask<'window:get-snapshot'>;
  /** Calls back for every new snapshot; returns the function that ends the subscription. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
  readonly reportPainted: Ask<'window:report-painted'>;
  /** The computer is back on a network: what was open may be dead. */
  readonly reportNetworkChange: Ask<'network:report-change'>;
  readonly showCall: Ask<'call:show'>;
  readonly performOperation: Ask<'call:perform'>;
  readonly dial: Ask<'call:dial'>;
  readonly startTalkSpace: Ask<'talkspace:start'>;
  readonly watchConference: Ask<'conference:watch'>;
  readonly createConference: Ask<'conference:create'>;
  readonly lookUpRecordings: Ask<'recording:look-up'>;
  readonly performOnRecording: Ask<'recording:perform'>;
  readonly searchHistory: Ask<'history:search'>;
  readonly exportHistory: Ask<'history:export'>;
  readonly clearHistory: Ask<'history:clear'>;
  readonly keepHistoryFor: Ask<'history:keep-for'>;
  readonly setRosterNotifications: Ask<'preferences:set-roster-notifications'>;
  readonly dismissCommand: Ask<'command:dismiss'>;
  readonly retryConnection: Ask<'connection:retry'>;
  readonly getAbout: Ask<'app:get-about'>;
  /** Ends the app, in order; a call goes on. */
  readonly quit: Ask<'app:quit'>;
}
