import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, powerMonitor } from 'electron';
import { en } from '../../contract/locale/en';
import { attempt } from '../calls/attempt';
import { createCallService } from '../calls/call-service';
import { createCommandRunner } from '../calls/commands';
import { toSnapshot, type SnapshotContext } from '../calls/snapshot';
import type { CallStore } from '../calls/store';
import type { MainWindow } from '../desktop/main-window';
import { createNotifier } from '../desktop/notifications';
import { askWhereToSave } from '../desktop/save-dialog';
import { createTrayIcon } from '../desktop/tray';
import { watchTrayHost } from '../desktop/tray-host';
import { toTrayView } from '../desktop/tray-state';
import { createBroadcaster } from '../ipc/broadcaster';
import type { Handlers } from '../ipc/router';
import { followStore } from '../journal/follow-store';
import type { Trace } from '../journal/trace';
import type { Logger } from '../log/logger';
import { createNumbers } from '../numbers/numbers';
import type { Profile } from '../settings/profile';
import { listSecrets } from '../settings/profile-secrets';
import { setRosterNotifications, startRosterAlerts } from './alerts';
import { coalesce } from './coalesce';
import type { Disposables } from './disposables';
import { readAbout } from './about';
import { createHandlers } from './handlers';
import { nameExport } from './history-handlers';
import { makeVendors, NO_VENDORS } from './make-vendors';
import { createNetwork } from './network';
import { openHistory } from './open-history';
import { systemClock } from './system-clock';

export interface ComposeOptions {
  readonly profile: Profile | undefined;
  /** Its services are simulated: nothing of it is kept. */
  readonly isDemo: boolean;
  /** What the window shows of the agent and the profile. */
  readonly about: Omit<SnapshotContext, 'canAskRecorder'>;
  readonly store: CallStore;
  readonly window: MainWindow;
  /** Built application folder. */
  readonly root: string;
  readonly trace: Trace;
  readonly logger: Logger;
  readonly disposables: Disposables;
  /** The window has drawn its first snapshot. */
  readonly onPainted: () => void;
  readonly quit: () => void;
}

/** Several changes within this time are one change of the tray, in ms. */
const TRAY_INTERVAL_MS = 100;

/**
 * The one place where the parts are put together, and started. Returns what answers the window,
 * which has been painted by now if it can be.
 */
export async function compose(options: ComposeOptions): Promise<Handlers> {
  const { profile, store, window, root, trace, logger, disposables } = options;
  const clock = systemClock;
  const onError = (error: unknown): void => logger.error('A bug was caught', { error });
  disposables.add(followStore(store, trace, onError));

  const kept =
    profile === undefined
      ? undefined
      : await openHistory({
          folder: app.getPath('userData'),
          isInMemory: options.isDemo,
          secrets: listSecrets(profile),
          onProblem: (problem) => {
            store.addNotice(problem);
            logger.warn('Something is wrong with what is kept', { problem });
          },
          logger,
          disposables,
        });
  if (kept !== undefined) {
    disposables.add(followStore(store, kept.journal, onError));
    store.setRosterNotifications(kept.preferences.current.rosterNotifications);
  }

  const { browserWindow } = window;
  const network = createNetwork((problem) => {
    store.addNotice(problem);
    logger.warn('Something is wrong with what is trusted', { problem });
  });
  const vendors =
    profile === undefined
      ? NO_VENDORS
      : makeVendors(profile, {
          store,
          clock,
          logger,
          network,
          leftOpen: kept?.leftOpen ?? [],
          isWatched: () => browserWindow.isVisible() && !browserWindow.isMinimized(),
        });
  const runner = createCommandRunner({
    store,
    clock,
    createId: randomUUID,
    onChange: (command) => {
      attempt(() => trace.command(command), onError);
      kept?.journal.command(command);
    },
    onError,
  });
  disposables.add(() => runner.dispose());
  const numbers = createNumbers(profile?.agent.country);
  const service = createCallService({ store, runner, clock, numbers, ...vendors });
  disposables.add(() => service.dispose());

  const context: SnapshotContext = {
    ...options.about,
    canAskRecorder: (call) => service.canAsk(call),
    hasPreferences: kept !== undefined,
  };
  const takeSnapshot = () => toSnapshot(store.getState(), context);

  const broadcaster = createBroadcaster(takeSnapshot, onError);
  const listen = (): void => {
    if (!browserWindow.isVisible()) return;
    broadcaster.add(browserWindow.webContents);
    broadcaster.publish();
  };
  // Nobody reads a hidden window; when it is shown again it gets the latest.
  browserWindow.on('hide', () => broadcaster.remove(browserWindow.webContents.id));
  const resume = (): void => {
    listen();
    // Everything was read less often meanwhile.
    vendors.telephony?.refresh();
    vendors.talkSpaces?.refresh();
    vendors.conferences?.refresh();
  };
  browserWindow.on('show', resume);
  // One that was never shown, only minimized, comes up this way.
  browserWindow.on('restore', resume);
  disposables.add(() => broadcaster.dispose());

  const renewAll = (): void => {
    network.routes.forget();
    vendors.telephony?.renew();
    vendors.all.forEach((vendor) => vendor.refresh());
  };

  const tray = createTrayIcon({
    iconDirectory: join(root, 'tray'),
    actions: {
      show: () => window.show(),
      setMute: (callId, kind) => service.perform({ kind, callId }),
      setHold: (callId, kind) => service.perform({ kind, callId }),
      refresh: renewAll,
      quit: options.quit,
    },
    onChange: ({ state, tooltip }) => trace.tray(state, tooltip),
  });
  const showTray = (): void => tray.show(toTrayView(takeSnapshot()));
  const refreshTray = coalesce(TRAY_INTERVAL_MS, showTray);
  disposables.add(() => tray.dispose());
  const openBus = () =>
    import('../desktop/session-bus').then(({ openSessionBus }) => openSessionBus());
  const trayHost = watchTrayHost(process.platform, openBus, (isThere) => {
    tray.setHost(isThere);
    window.setTray(isThere);
    // Where nothing manages windows, minimizing one shows it and nothing says so.
    listen();
  });
  disposables.add(() => trayHost.dispose());
  disposables.add(() => refreshTray.dispose());

  const notify = createNotifier({
    platform: process.platform,
    onClick: () => window.show(),
    onShown: ({ title, body }, why, detail) => trace.notification(title, body, why, detail),
  });
  window.onceMinimizedInstead(() =>
    notify({ title: en.desktop.minimizedTitle, body: en.desktop.minimizedBody }),
  );
  disposables.add(
    startRosterAlerts({
      store,
      clock,
      show: notify,
      onHeldBack: ({ title, body }, why) => trace.notification(title, body, why),
    }),
  );

  disposables.add(
    store.subscribe(() => {
      broadcaster.publish();
      refreshTray.request();
    }),
  );

  powerMonitor.on('resume', renewAll);
  disposables.add(() => void powerMonitor.off('resume', renewAll));
  disposables.add(async () => {
    await Promise.all([...vendors.all.values()].map((vendor) => vendor.stop()));
  });

  listen();
  showTray();
  vendors.all.forEach((vendor) => vendor.start());
  kept?.history.start();

  return createHandlers({
    readAbout: () => readAbout(root, app.getVersion()),
    store,
    service,
    runner,
    vendors: vendors.all,
    history: kept?.history,
    chooseExport: (format) =>
      askWhereToSave(browserWindow, {
        fileName: nameExport(format, new Date(clock.now())),
        kind: en.history.fileTypes[format],
        extension: format,
      }),
    setRosterNotifications: (isOn) => setRosterNotifications(store, kept?.preferences, isOn),
    takeSnapshot,
    onNetworkChange: renewAll,
    quit: options.quit,
    onWindowReady: listen,
    onWindowPainted: options.onPainted,
  });
}
