import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { powerMonitor } from 'electron';
import type { AppError } from '../../contract/errors';
import { en } from '../../contract/locale/en';
import { createCallService } from '../calls/call-service';
import { createCommandRunner } from '../calls/commands';
import { toSnapshot, type SnapshotContext } from '../calls/snapshot';
import { createCallStore } from '../calls/store';
import type { MainWindow } from '../desktop/main-window';
import { createNotifier } from '../desktop/notifications';
import { askWhereToSave } from '../desktop/save-dialog';
import { createTrayIcon } from '../desktop/tray';
import { toTrayView } from '../desktop/tray-state';
import { createBroadcaster } from '../ipc/broadcaster';
import type { Handlers } from '../ipc/router';
import { followStore } from '../journal/follow-store';
import type { Trace } from '../journal/trace';
import type { Logger } from '../log/logger';
import type { Profile } from '../settings/profile';
import { startRosterAlerts } from './alerts';
import { coalesce } from './coalesce';
import type { Disposables } from './disposables';
import { createHandlers } from './handlers';
import { nameExport } from './history-handlers';
import { makeVendors, NO_VENDORS } from './make-vendors';
import { findOffers } from './offers';
import type { KeptHistory } from './open-history';
import { systemClock } from './system-clock';

export interface ComposeOptions {
  readonly profile: Profile | undefined;
  /** Known even where the profile itself cannot be used. */
  readonly agentName: string;
  /** There is a profile, if only one that cannot be used now. */
  readonly hasProfile: boolean;
  /** What is wrong from the start and the agent has to know. */
  readonly problems: readonly AppError[];
  readonly window: MainWindow;
  /** The window is not shown at the start. */
  readonly isHidden: boolean;
  /** Built application folder. */
  readonly root: string;
  readonly trace: Trace;
  /** Where calls and commands are kept; absent where there is nothing to keep. */
  readonly kept: KeptHistory | undefined;
  readonly logger: Logger;
  readonly disposables: Disposables;
  readonly onPainted: () => void;
  readonly quit: () => void;
}

/** Several changes within this time are one change of the tray, in ms. */
const TRAY_INTERVAL_MS = 100;
/** Nothing connects before the window is painted, but a window that cannot paint holds nothing up, in ms. */
const PAINT_LIMIT_MS = 3_000;

/** The one place where the parts are put together. Returns what answers the window. */
export function compose(options: ComposeOptions): Handlers {
  const { profile, window, root, trace, kept, logger, disposables } = options;
  const clock = systemClock;
  const store = createCallStore(clock);
  disposables.add(() => store.dispose());

  const vendors =
    profile === undefined
      ? NO_VENDORS
      : makeVendors(profile, {
          store,
          clock,
          logger,
          leftOpen: kept?.leftOpen ?? [],
          isWatched: () => window.browserWindow.isVisible() && !window.browserWindow.isMinimized(),
        });
  const runner = createCommandRunner({
    store,
    clock,
    createId: randomUUID,
    onChange: (command) => {
      trace.command(command);
      kept?.journal.command(command);
    },
  });
  disposables.add(() => runner.dispose());
  const service = createCallService({ store, runner, clock, ...vendors });
  disposables.add(() => service.dispose());

  const context: SnapshotContext = {
    agentName: options.agentName,
    hasProfile: options.hasProfile,
    offers: findOffers(profile, kept !== undefined),
    canAskRecorder: (call) => service.canAsk(call),
  };
  const takeSnapshot = () => toSnapshot(store.getState(), context);

  const { browserWindow } = window;
  const broadcaster = createBroadcaster(takeSnapshot);
  const listen = (): void => broadcaster.add(browserWindow.webContents);
  // Nobody reads a hidden window; when it is shown again it gets the latest.
  browserWindow.on('hide', () => broadcaster.remove(browserWindow.webContents.id));
  browserWindow.on('show', () => {
    listen();
    broadcaster.publish();
    // Everything was read less often meanwhile.
    vendors.telephony?.refresh();
    vendors.talkSpaces?.refresh();
    vendors.conferences?.refresh();
  });
  disposables.add(() => broadcaster.dispose());

  const renewAll = (): void => {
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
  disposables.add(() => refreshTray.dispose());

  const notify = createNotifier({
    platform: process.platform,
    onClick: () => window.show(),
    onShown: ({ title, body }, why) => trace.notification(title, body, why),
  });
  disposables.add(
    startRosterAlerts({
      store,
      clock,
      show: notify,
      onHeldBack: ({ title, body }, why) => trace.notification(title, body, why),
    }),
  );

  disposables.add(followStore(store, trace));
  if (kept !== undefined) disposables.add(followStore(store, kept.journal));
  disposables.add(
    store.subscribe(() => {
      broadcaster.publish();
      refreshTray.request();
    }),
  );
  for (const problem of options.problems) store.addNotice(problem);

  powerMonitor.on('resume', renewAll);
  disposables.add(() => void powerMonitor.off('resume', renewAll));
  disposables.add(async () => {
    await Promise.all([...vendors.all.values()].map((vendor) => vendor.stop()));
  });

  let hasStarted = false;
  const patience = setTimeout(startRest, PAINT_LIMIT_MS);
  disposables.add(() => clearTimeout(patience));
  return createHandlers({
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
    takeSnapshot,
    onNetworkChange: renewAll,
    onWindowReady: () => {
      // A hidden window draws nothing, so there is nothing to wait for and nobody to send to.
      if (options.isHidden) startRest();
      else listen();
    },
    onWindowPainted: () => {
      options.onPainted();
      startRest();
    },
  });

  /** What would hold up the first paint: the tray, and the way to every vendor. */
  function startRest(): void {
    if (hasStarted) return;
    hasStarted = true;
    clearTimeout(patience);
    showTray();
    vendors.all.forEach((vendor) => vendor.start());
    kept?.history.start();
  }
}
