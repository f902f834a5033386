import { join } from 'node:path';
import type { CallOperation } from '../../contract/call-operations';
import type { StartedCommand } from '../../contract/commands';
import { en } from '../../contract/locale/en';
import type { Snapshot } from '../../contract/snapshot';
import type { CallService } from '../calls/call-service';
import type { Clock } from '../time/clock';
import type { CallStore } from '../calls/store';
import { findCallBackAddress } from '../calls/identity';
import { callIdOf, CALL_BACK, createCallAlerts, isRingingAction } from '../desktop/call-alerts';
import { createCallNotifier } from '../desktop/call-notifier';
import type { MainWindow } from '../desktop/main-window';
import { createNotifier } from '../desktop/notifications';
import type { NotificationText, NotifierListener } from '../desktop/notifier';
import { createTrayIcon } from '../desktop/tray';
import { watchTrayHost } from '../desktop/tray-host';
import { toTrayView } from '../desktop/tray-state';
import { sendRingSound } from '../ipc/send-ring-sound';
import type { Trace } from '../journal/trace';
import { awaitFailure } from './await-failure';
import { coalesce } from './coalesce';
import type { Disposables } from './disposables';
import { startRosterAlerts } from './roster-alerts';

export interface DesktopParts {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly window: MainWindow;
  /** Built application folder. */
  readonly root: string;
  readonly disposables: Disposables;
  readonly takeSnapshot: () => Snapshot;
  /** Of the profile that is in use. */
  readonly service: () => CallService;
  /** Requests everything again, and reopens connections that may be dead. */
  readonly refresh: () => void;
  readonly onTrayHost: () => void;
  readonly quit: () => void;
}

/** Several changes within this time are one change of the tray and the notifications, in ms. */
const INTERVAL_MS = 100;

/** Starts what the agent sees of Sidetone beside its window: the tray, the notifications, the ringing. */
export function startDesktop(parts: DesktopParts): void {
  const { store, clock, trace, window, root, disposables, takeSnapshot, service } = parts;
  const openBus = () =>
    import('../desktop/session-bus').then(({ openSessionBus }) => openSessionBus());

  const start = (command: () => StartedCommand): void =>
    void awaitFailure(store, command().commandId).then((failure) => {
      // The window explains it.
      if (failure !== undefined) window.show();
    });
  const perform = (operation: CallOperation): void => start(() => service().perform(operation));
  const callBack = (callId: string): void => {
    const missed = store.getState().missed.find(({ id }) => id === callId);
    const address = missed && findCallBackAddress(missed);
    if (address !== undefined) start(() => service().dial(address));
  };

  const tray = createTrayIcon({
    iconDirectory: join(root, 'tray'),
    actions: {
      show: () => window.show(),
      choose: (choice) => {
        if (choice.kind === 'perform') perform(choice.operation);
        else callBack(choice.callId);
      },
      refresh: parts.refresh,
      quit: parts.quit,
    },
    onChange: ({ state, tooltip }) => trace.tray(state, tooltip),
  });
  disposables.add(() => tray.dispose());
  const trayHost = watchTrayHost(process.platform, openBus, (isThere) => {
    tray.setHost(isThere);
    window.setTray(isThere);
    parts.onTrayHost();
  });
  disposables.add(() => trayHost.dispose());

  const listener: NotifierListener = {
    onClick: () => window.show(),
    onButton: (key, action) => {
      const callId = callIdOf(key);
      if (action === CALL_BACK) callBack(callId);
      else if (isRingingAction(action)) perform({ kind: action, callId });
    },
    onShown: ({ title, body }, why, detail) => trace.notification(title, body, why, detail),
  };
  const notifier = createNotifier(process.platform, listener);
  const notify = (text: NotificationText): void =>
    notifier.show('roster', { ...text, buttons: [], isUrgent: false });
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
  const callNotifier = createCallNotifier({
    platform: process.platform,
    openBus,
    fallback: notifier,
    listener,
  });
  disposables.add(() => callNotifier.dispose());
  const callAlerts = createCallAlerts({
    notifier: callNotifier,
    setRinging: (isRinging) => window.setAttention(isRinging),
    setSound: (isOn) => sendRingSound(window.browserWindow.webContents, isOn),
    raiseWindow: () => window.raise(),
  });
  disposables.add(() => callAlerts.dispose());

  const show = (): void => {
    const snapshot = takeSnapshot();
    tray.show(toTrayView(snapshot));
    callAlerts.follow(snapshot);
    window.setAlwaysOnTop(snapshot.preferences.alwaysOnTop);
  };
  const refresh = coalesce(INTERVAL_MS, show);
  disposables.add(() => refresh.dispose());
  disposables.add(store.subscribe(() => refresh.request()));
  show();
}
