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
  readonly muteCall: Ask<'call:mute'>;
  readonly unmuteCall: Ask<'call:unmute'>;
  readonly holdCall: Ask<'call:hold'>;
  readonly retrieveCall: Ask<'call:retrieve'>;
  readonly hangUpCall: Ask<'call:hang-up'>;
  readonly removeParticipant: Ask<'participant:remove'>;
  readonly startTalkSpace: Ask<'talkspace:start'>;
  readonly closeTalkSpace: Ask<'talkspace:close'>;
  readonly lookUpRecording: Ask<'recording:look-up'>;
  readonly deleteRecording: Ask<'recording:delete'>;
  readonly dismissCommand: Ask<'command:dismiss'>;
  readonly retryConnection: Ask<'connection:retry'>;
}
