import type { About } from '../../contract/about';
import { fail, succeed, type Result } from '../../contract/result';
import type { Snapshot } from '../../contract/snapshot';
import type { CallService } from '../calls/call-service';
import type { CallStore } from '../calls/store';
import type { Handlers } from '../ipc/router';
import { createHistoryHandlers, type ChooseFile } from './history-handlers';
import type { ProfileControl } from './profile-control';
import type { Session } from './session';

export interface HandlerParts {
  readonly store: CallStore;
  readonly profile: Pick<ProfileControl, 'reload' | 'problemOf'> & {
    readonly session: Omit<Session, 'start' | 'stop' | 'preferences'>;
  };
  readonly chooseExport: ChooseFile;
  readonly setRosterNotifications: (isOn: boolean) => Promise<Result<null>>;
  readonly takeSnapshot: () => Snapshot;
  /** The window has subscribed to snapshots. */
  readonly onWindowReady: () => void;
  /** The window has drawn its first snapshot. */
  readonly onWindowPainted: () => void;
  /** The computer has another network than before. */
  readonly onNetworkChange: () => void;
  readonly readAbout: () => Promise<Result<About>>;
  readonly quit: () => void;
}

const DONE: Result<null> = succeed(null);

/** What each entry of the contract does. Commands only begin here; snapshots tell how they end. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { store, profile } = parts;
  const service = (): CallService => profile.session.service;
  return {
    'window:get-snapshot': () => {
      parts.onWindowReady();
      return succeed(parts.takeSnapshot());
    },
    'window:report-painted': () => begin(parts.onWindowPainted),
    'network:report-change': () => begin(parts.onNetworkChange),
    'call:show': ({ callId }) => begin(() => store.showCall(callId)),
    'call:perform': (operation) => begin(() => service().perform(operation)),
    'call:dial': ({ address }) => begin(() => service().dial(address)),
    'talkspace:start': (media) => begin(() => service().startTalkSpace(media)),
    'conference:watch': ({ conferenceId }) => begin(() => service().watchConference(conferenceId)),
    'conference:create': ({ from }) => begin(() => service().createConference(from)),
    'recording:look-up': ({ callId }) => service().lookUp(callId),
    'recording:perform': ({ callId, operation, recordingId }) =>
      begin(() => service().performOnRecording(callId, operation, recordingId)),
    ...createHistoryHandlers(() => profile.session.history, parts.chooseExport),
    'preferences:set-roster-notifications': ({ isOn }) => parts.setRosterNotifications(isOn),
    'command:dismiss': ({ commandId }) => begin(() => profile.session.runner.dismiss(commandId)),
    'connection:retry': async ({ vendor }) => {
      // The password may have been changed since: trying the old one again can lock the account.
      const reloaded = await profile.reload();
      if (!reloaded.ok) return reloaded;
      if (reloaded.value.isReplaced) return DONE;
      const port = profile.session.vendors.all.get(vendor);
      if (port === undefined) {
        return fail(profile.problemOf(vendor) ?? { code: 'not-configured', vendor });
      }
      port.retry();
      return DONE;
    },
    'app:get-about': () => parts.readAbout(),
    'app:quit': () => begin(parts.quit),
  };
}

function begin(act: () => void): Result<null> {
  act();
  return DONE;
}
