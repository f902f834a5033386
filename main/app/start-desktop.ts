import { join } from 'node:path';
import { Menu } from 'electron';
import { toDoNotDisturb } from '../../contract/actions/do-not-disturb';
import type { PreferenceChange } from '../../contract/preferences';
import type { Snapshot } from '../../contract/snapshot';
import type { CallService } from '../calls/call-service';
import type { FindContact } from '../calls/name-participants';
import type { CallStore } from '../calls/store';
import type { CallBar } from '../desktop/call-bar';
import { listMacMenu } from '../desktop/mac-menu';
import type { MainWindow } from '../desktop/main-window';
import { createTrayIcon } from '../desktop/tray';
import { watchTrayHost } from '../desktop/tray-host';
import type { TrayChoice } from '../desktop/tray-menu';
import { toTrayView } from '../desktop/tray-state';
import type { Trace } from '../journal/trace';
import type { ScreenPop } from '../settings/screen-pop';
import type { Clock } from '../time/clock';
import { createCallControl } from './call-control';
import { coalesce } from './coalesce';
import type { Disposables } from './disposables';
import { watchDoNotDisturb } from './quiet-timer';
import { createScreenPops } from './screen-pop';
import { startAlerts, type Alerts } from './start-alerts';

export interface DesktopParts {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly window: MainWindow;
  readonly callBar: Pick<CallBar, 'follow' | 'showForCall'>;
  /** The folder of the built application. */
  readonly root: string;
  readonly disposables: Disposables;
  readonly takeSnapshot: () => Snapshot;
  readonly findContact: FindContact;
  /** Belongs to the profile in use. */
  readonly service: () => CallService;
  readonly changePreference: (change: PreferenceChange) => void;
  /** Fetches everything again, and reopens connections that may be dead. */
  readonly refresh: () => void;
  readonly onTrayHost: () => void;
  /** The page to open for each incoming call, from the profile. */
  readonly findScreenPop: () => ScreenPop | undefined;
  readonly openPage: (url: string) => void;
  readonly quit: () => void;
}

/**
 * Changes within this time are combined into one update of the tray and the notifications, in ms.
 */
const INTERVAL_MS = 100;

/** Starts the parts of Sidetone outside its window: the tray, the notifications, the ringing. */
export function startDesktop(parts: DesktopParts): Pick<Alerts, 'sendTestNotification'> {
  const {
    store,
    clock,
    trace,
    window,
    callBar,
    root,
    disposables,
    takeSnapshot,
    changePreference,
  } = parts;
  const iconDirectory = join(root, 'tray');
  const openBus = () =>
    import('../desktop/session-bus').then(({ openSessionBus }) => openSessionBus());
  const calls = createCallControl(parts);

  function choose(choice: TrayChoice): void {
    switch (choice.kind) {
      case 'perform':
        calls.perform(choice.operation);
        break;
      case 'call-back':
        calls.callBack(choice.callId);
        break;
      case 'do-not-disturb':
        changePreference({ doNotDisturb: toDoNotDisturb(choice.setTo, clock.now()) });
        break;
    }
  }

  const tray = createTrayIcon({
    iconDirectory,
    actions: { show: () => window.show(), choose, refresh: parts.refresh, quit: parts.quit },
    onChange: ({ state, tooltip }) => trace.tray(state, tooltip),
  });
  disposables.add(() => tray.dispose());
  if (process.platform === 'darwin') {
    Menu.setApplicationMenu(Menu.buildFromTemplate(listMacMenu(parts.quit)));
  }
  const trayHost = watchTrayHost(process.platform, openBus, (isThere) => {
    tray.setHost(isThere);
    window.setTray(isThere);
    parts.onTrayHost();
  });
  disposables.add(() => trayHost.dispose());

  const screenPops = createScreenPops({
    findScreenPop: parts.findScreenPop,
    open: (url, callId) => {
      trace.screenPop(callId);
      parts.openPage(url);
    },
  });
  const refresh = coalesce(INTERVAL_MS, follow);
  const alerts = startAlerts({
    ...parts,
    iconDirectory,
    calls,
    openBus,
    onChange: () => refresh.request(),
  });

  function follow(): void {
    const snapshot = takeSnapshot();
    tray.show(toTrayView(snapshot, alerts.situation()));
    alerts.follow(snapshot);
    screenPops.follow(snapshot);
    callBar.follow(snapshot);
    window.setAlwaysOnTop(snapshot.preferences.alwaysOnTop);
  }

  disposables.add(() => refresh.dispose());
  disposables.add(
    store.subscribe(({ calls: after }, { calls: before }) => {
      if (after !== before) screenPops.note(after.known.values());
      refresh.request();
    }),
  );
  disposables.add(watchDoNotDisturb(store, clock, () => changePreference({ doNotDisturb: 'off' })));
  screenPops.note(store.getState().calls.known.values());
  follow();
  return alerts;
}
