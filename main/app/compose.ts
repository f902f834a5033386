import {
  app,
  BrowserWindow,
  globalShortcut,
  powerMonitor,
  shell,
  type WebContents,
} from 'electron';
import { CALL_BAR_QUERY } from '../../contract/app-address';
import { RESUMED_CHANNEL } from '../../contract/channels';
import { listLiveTelephoneCalls } from '../../contract/find-calls';
import { en } from '../../contract/locale/en';
import type { PreferenceChange } from '../../contract/preferences';
import type { Result } from '../../contract/result';
import type { CallStore } from '../calls/store';
import { createLinkHandler } from '../desktop/link-handler';
import { createLoginItem, listAppCommand } from '../desktop/login-item';
import type { MainWindow } from '../desktop/main-window';
import type { PlaceKeeper } from '../desktop/place-keeper';
import { createCallBar } from '../desktop/call-bar';
import { showOpenDialog } from '../desktop/open-dialog';
import { showSaveDialog } from '../desktop/save-dialog';
import { createBroadcaster } from '../ipc/broadcaster';
import { sendDialRequest, sendLink, sendQuitRequest } from '../ipc/send-window-request';
import type { Handlers } from '../ipc/request-listeners';
import { followStore } from '../journal/follow-store';
import type { Trace } from '../journal/trace';
import type { Logger } from '../log/logger';
import { openPage } from '../security/open-page';
import { testService } from '../runtime/test-service';
import type { RunPreferences } from '../settings/run-preferences';
import { APP_ENTRY } from '../security/app-protocol';
import type { ProfileLibrary } from '../settings/profile-library';
import type { Arguments } from './arguments';
import { applyAppearance } from './apply-appearance';
import { createConnectionLog } from './connection-log';
import { changePreference } from './change-preference';
import { createDiagnostics, nameDiagnostics } from './diagnostics';
import { startDemo } from './demo';
import type { Disposables } from './disposables';
import { readAbout } from './about';
import { feedWindow } from './feed-window';
import { createHandlers } from './handlers';
import { nameExport } from './history-handlers';
import { onLaterLaunch } from './later-launches';
import { createNetwork } from './network';
import { openSavedData } from './open-saved-data';
import type { OpenedProfile } from './open-profile';
import { createExternalControl, type ExternalControl } from './external-control';
import { createProfileControl } from './profile-control';
import { createIdleSession, createSession, type SessionParts } from './session';
import { createSettingsHandlers } from './settings-handlers';
import { createShortcutControl, isOnWayland } from './shortcut-control';
import { startDesktop } from './start-desktop';
import { createTestLog } from './test-log';
import { systemClock } from '../time/system-clock';

export interface ComposeOptions {
  readonly args: Arguments;
  /** The profile of this run, whose secrets may still have to be decrypted. */
  readonly opened: OpenedProfile;
  readonly profiles: ProfileLibrary;
  readonly preferences: RunPreferences;
  readonly store: CallStore;
  readonly window: MainWindow;
  readonly places: PlaceKeeper;
  /** Gives another page of the app the same access to the bridge as the window. */
  readonly trust: (contents: WebContents) => void;
  /** The folder of the built application. */
  readonly root: string;
  readonly trace: Trace;
  readonly logger: Logger;
  /** Where the logger writes. */
  readonly logFile: string;
  readonly disposables: Disposables;
  /** Called with values that must never be written, before they are used anywhere. */
  readonly onSecrets: (secrets: readonly string[]) => void;
  /** The window has drawn its first snapshot. */
  readonly onPainted: () => void;
  readonly quit: () => void;
}

/** The assembled app. */
export interface Composed extends ExternalControl {
  readonly handlers: Handlers;
}

/**
 * Assembles and starts all parts of the app. Returns the handlers for the window, which has usually
 * been painted by now.
 */
export async function compose(options: ComposeOptions): Promise<Composed> {
  const { opened, preferences, store, window, root, trace, logger, disposables } = options;
  const clock = systemClock;
  const onError = (error: unknown): void => logger.error('A bug was caught', { error });
  disposables.add(followStore(store, trace, onError));

  const { browserWindow } = window;
  const network = createNetwork((problem) => {
    store.addNotice(problem);
    logger.warn('Something is wrong with what is trusted', { problem });
  });
  const sessionParts: SessionParts = {
    store,
    clock,
    trace,
    logger,
    network,
    onError,
    isWatched: () => browserWindow.isVisible() && !browserWindow.isMinimized(),
  };
  const connectionLog = createConnectionLog(store);
  disposables.add(() => connectionLog.dispose());
  const testLog = createTestLog(clock);
  const profile = createProfileControl({
    ...options,
    openSavedData: (ready) =>
      openSavedData(ready, { folder: app.getPath('userData'), preferences, store, logger }),
    idle: createIdleSession(sessionParts),
    createSession: (used, saved) => createSession(used, saved, sessionParts),
    startDemo: () => startDemo(root),
  });
  const takeSnapshot = () => profile.session.takeSnapshot(profile.summary);

  /** Calls continue after the app quits, which an agent who is on one may not expect. */
  const quit = (isConfirmed: boolean): void => {
    if (isConfirmed || listLiveTelephoneCalls(takeSnapshot()).length === 0) {
      options.quit();
      return;
    }
    window.show();
    void sendQuitRequest(browserWindow.webContents);
  };

  const broadcaster = createBroadcaster(takeSnapshot, onError);
  // While the window was hidden, everything was polled less often.
  const listen = feedWindow(browserWindow, broadcaster, () => profile.session.refresh());
  disposables.add(() => broadcaster.dispose());

  const change = (wanted: PreferenceChange): Promise<Result<null>> =>
    changePreference(store, preferences, wanted);

  applyAppearance(store, window, (zoom) => void change({ zoom }));
  const callBar = createCallBar({
    session: browserWindow.webContents.session,
    entry: APP_ENTRY + CALL_BAR_QUERY,
    root,
    title: en.callBar.title,
    window,
    places: options.places,
    onOpened: (contents) => {
      const { id } = contents;
      options.trust(contents);
      broadcaster.add(contents);
      contents.once('destroyed', () => broadcaster.remove(id));
    },
  });
  disposables.add(() => callBar.dispose());

  const renewAll = (): void => {
    network.routes.forget();
    profile.session.renew();
  };

  const reload = async (): Promise<void> => {
    const reloaded = await profile.reload();
    if (!reloaded.ok) logger.warn('The imported profile could not be used', { ...reloaded.error });
  };

  disposables.add(store.subscribe(() => broadcaster.publish()));
  const resume = (): void => {
    renewAll();
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(RESUMED_CHANNEL);
  };
  powerMonitor.on('resume', resume);
  disposables.add(() => void powerMonitor.off('resume', resume));
  disposables.add(() => profile.stop());

  listen();
  const desktop = startDesktop({
    store,
    clock,
    trace,
    window,
    callBar,
    root,
    disposables,
    takeSnapshot,
    findContact: (number) => profile.session.contacts?.findName(number),
    service: () => profile.session.service,
    changePreference: (wanted) =>
      void change(wanted).then((changed) => {
        if (!changed.ok) store.addNotice(changed.error);
      }),
    refresh: renewAll,
    // Without a window manager, minimizing a window shows it and no event is sent.
    onTrayHost: listen,
    findScreenPop: () => profile.used?.agent.screenPop,
    openPage: (url) => void openPage(shell, url).catch(onError),
    quit: () => quit(false),
  });
  onLaterLaunch(app, ({ args }) => {
    if (args?.importProfile !== undefined) void reload();
  });
  const begun = profile.begin();
  begun.catch((error: unknown) => logger.error('The profile could not be opened', { error }));
  // Unlocking the keyring takes as long as the user needs.
  if (opened.kind === 'ready') await begun;

  const { performRemotely, openLink } = createExternalControl({
    store,
    clock,
    takeSnapshot,
    perform: (operation) => profile.session.service.perform(operation),
    showWindow: () => window.show(),
    requestDialing: (number) => void sendDialRequest(browserWindow.webContents, number),
    showLink: (link) => void sendLink(browserWindow.webContents, link),
    isStoredUsed: () => profile.running !== 'file',
  });
  const shortcuts = createShortcutControl({
    electron: globalShortcut,
    clock,
    preferences,
    isWayland: isOnWayland(process.platform, process.env),
    perform: performRemotely,
    showWindow: () => window.show(),
    onError,
  });
  disposables.add(() => shortcuts.dispose());
  const callHandlers = createHandlers({
    readAbout: () => readAbout(root, app.getVersion()),
    store,
    profile,
    chooseExport: (format) =>
      showSaveDialog(browserWindow, {
        fileName: nameExport(format, clock.now()),
        kind: en.history.fileTypes[format],
        extension: format,
      }),
    chooseContacts: () =>
      showOpenDialog(browserWindow, { kind: en.contacts.files, extensions: ['vcf', 'csv'] }),
    changePreference: change,
    sendTestNotification: desktop.sendTestNotification,
    diagnostics: createDiagnostics({
      app,
      logFile: options.logFile,
      facts: () => ({
        now: clock.now(),
        profile: profile.used,
        preferences: store.getState().preferences,
        connections: connectionLog.list(),
        tests: testLog.list(),
      }),
      chooseFile: (now) =>
        showSaveDialog(browserWindow, {
          fileName: nameDiagnostics(now),
          kind: en.diagnostics.fileType,
          extension: 'txt',
        }),
    }),
    takeSnapshot,
    onWindowError: (text) => logger.error('An error occurred in the window', { error: text }),
    onNetworkChange: renewAll,
    showView: (view) => (view === 'window' ? window : callBar).show(),
    quit,
    onWindowReady: listen,
    onWindowPainted: options.onPainted,
  });
  const settingsHandlers = createSettingsHandlers({
    profiles: options.profiles,
    control: profile,
    store,
    shortcuts,
    linkHandler: createLinkHandler(process.platform, app, process.execPath),
    loginItem: createLoginItem({
      platform: process.platform,
      systemList: app,
      environment: process.env,
      home: app.getPath('home'),
      command: listAppCommand(app, process.env),
    }),
    chooseProfile: () =>
      showOpenDialog(browserWindow, { kind: en.settings.profileFiles, extensions: ['json'] }),
    testService: async (tested, vendor) => {
      const result = await testService(tested, vendor, { clock, logger, network });
      testLog.add(tested, vendor, result);
      return result;
    },
  });
  // A page that has asked in the meantime has got only the first part.
  listen();
  return { handlers: { ...callHandlers, ...settingsHandlers }, performRemotely, openLink };
}
