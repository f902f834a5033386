import type { About } from '../../contract/about';
import type { PreferenceChange } from '../../contract/preferences';
import { fail, succeed, type Result } from '../../contract/result';
import type { Snapshot } from '../../contract/snapshot';
import type { TestNotification } from '../../contract/test-notification';
import type { CallService } from '../calls/call-service';
import type { CallStore } from '../calls/store';
import type { Handlers } from '../ipc/request-listeners';
import { VENDORS } from '../runtime/vendors';
import type { DiagnosticsControl } from './diagnostics';
import { createContactHandlers } from './contact-handlers';
import { createHistoryHandlers, type ChooseFile } from './history-handlers';
import type { SettingsHandlers } from './settings-handlers';
import type { ProfileControl } from './profile-control';
import type { Session } from './session';

export interface HandlerParts {
  readonly store: CallStore;
  readonly profile: Pick<ProfileControl, 'reload' | 'problemOf'> & {
    readonly session: Pick<
      Session,
      'service' | 'runner' | 'vendors' | 'history' | 'wrapUps' | 'contacts'
    >;
  };
  readonly chooseExport: ChooseFile;
  /** Asks the agent for a file of contacts; undefined if none is chosen. */
  readonly chooseContacts: () => Promise<string | undefined>;
  readonly changePreference: (change: PreferenceChange) => Promise<Result<null>>;
  readonly takeSnapshot: () => Snapshot;
  /** The window has subscribed to snapshots. */
  readonly onWindowReady: () => void;
  /** The window has painted its first snapshot. */
  readonly onWindowPainted: () => void;
  /** An unexpected error occurred in the window or the call bar. */
  readonly onWindowError: (text: string) => void;
  /** The computer's network has changed. */
  readonly onNetworkChange: () => void;
  readonly sendTestNotification: () => Promise<TestNotification>;
  readonly diagnostics: DiagnosticsControl;
  readonly readAbout: () => Promise<Result<About>>;
  readonly showView: (view: 'window' | 'call-bar') => void;
  readonly quit: (isConfirmed: boolean) => void;
}

const DONE: Result<null> = succeed(null);

/** All handlers except those of the settings. */
export type CallHandlers = Omit<Handlers, keyof SettingsHandlers>;

/** The handlers. They only start commands; snapshots show the outcome. */
export function createHandlers(parts: HandlerParts): CallHandlers {
  const { store, profile } = parts;
  const service = (): CallService => profile.session.service;
  return {
    getSnapshot: () => {
      parts.onWindowReady();
      return succeed(parts.takeSnapshot());
    },
    reportPainted: () => run(parts.onWindowPainted),
    reportError: ({ text }) => run(() => parts.onWindowError(text)),
    reportNetworkChange: () => run(parts.onNetworkChange),
    showCall: ({ callId }) => run(() => store.showCall(callId)),
    performOperation: (operation) => succeed(service().perform(operation)),
    dial: ({ address }) => succeed(service().dial(address)),
    startTalkSpace: ({ line, ...media }) => succeed(service().startConference(line, media)),
    watchConference: ({ line, conferenceId }) =>
      run(() => service().watchConference(line, conferenceId)),
    createConference: ({ line, from }) => succeed(service().startConference(line, { from })),
    lookUpRecordings: ({ callId }) => service().lookUp(callId),
    performOnRecording: ({ callId, operation, recordingId }) =>
      succeed(service().performOnRecording(callId, operation, recordingId)),
    ...createHistoryHandlers(() => profile.session, parts.chooseExport),
    ...createContactHandlers(() => profile.session, parts.chooseContacts),
    changePreference: (change) => parts.changePreference(change),
    sendTestNotification: async () => succeed(await parts.sendTestNotification()),
    dismissMissedCall: ({ callId }) => run(() => store.dismissMissedCall(callId)),
    dismissCommand: ({ commandId }) => run(() => profile.session.runner.dismiss(commandId)),
    retryConnection: async ({ vendor }) => {
      if (!VENDORS.some((module) => module.vendor === vendor)) {
        return fail({ code: 'bad-input', detail: 'vendor' });
      }
      // The password may have been changed in the profile. Trying the old one again could lock the
      // account.
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
    getDiagnostics: async () => succeed(await parts.diagnostics.prepare()),
    saveDiagnostics: () => parts.diagnostics.save(),
    getAbout: () => parts.readAbout(),
    showView: ({ view }) => run(() => parts.showView(view)),
    quit: ({ isConfirmed }) => run(() => parts.quit(isConfirmed)),
  };
}

function run(act: () => void): Result<null> {
  act();
  return DONE;
}
