import { app, BrowserWindow } from 'electron';
import { en } from '../../contract/locale/en';
import type { Snapshot } from '../../contract/snapshot';
import type { TestNotification } from '../../contract/test-notification';
import type { FindContact } from '../calls/name-participants';
import type { CallStore } from '../calls/store';
import type { AlertSituation, Focus, WhyHeldBack } from '../desktop/alert-policy';
import { setBadge } from '../desktop/badge';
import { callIdOf, CALL_BACK, createCallAlerts, isRingingAction } from '../desktop/call-alerts';
import type { CallBar } from '../desktop/call-bar';
import { createCallNotifier } from '../desktop/call-notifier';
import { createConnectionAlerts } from '../desktop/connection-alerts';
import { createFailureAlerts } from '../desktop/failure-alerts';
import type { MainWindow } from '../desktop/main-window';
import { createNotifier } from '../desktop/notifications';
import type { NotificationText, NotifierListener } from '../desktop/notifier';
import type { SessionBus } from '../desktop/session-bus';
import { createTestNotification } from '../desktop/test-notification';
import { createRingSound } from '../ipc/ring-sound';
import type { Trace } from '../journal/trace';
import type { Clock } from '../time/clock';
import type { CallControl } from './call-control';
import type { Disposables } from './disposables';
import { startRosterAlerts } from './roster-alerts';

export interface AlertParts {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly window: MainWindow;
  readonly callBar: Pick<CallBar, 'showForCall'>;
  /** The folder of the tray's icons. */
  readonly iconDirectory: string;
  readonly disposables: Disposables;
  readonly calls: CallControl;
  readonly openBus: () => Promise<SessionBus>;
  readonly findContact: FindContact;
  /** Called when `follow` has to run again although no snapshot has changed. */
  readonly onChange: () => void;
}

export interface Alerts {
  /** The state that decides, together with an event, whether an alert is shown. */
  situation(): AlertSituation;
  follow(snapshot: Snapshot): void;
  /** Shows a test notification regardless of the preferences. Resolves to the result. */
  sendTestNotification(): Promise<TestNotification>;
}

/**
 * Starts all alerts: notifications, sound, flashing, badge. `desktop/alert-policy.ts` decides on
 * each.
 */
export function startAlerts(parts: AlertParts): Alerts {
  const { store, clock, trace, window, disposables, calls, openBus, onChange } = parts;
  const { browserWindow } = window;

  function situation(): AlertSituation {
    return {
      preferences: store.getState().preferences,
      focus: findFocus(browserWindow),
      now: clock.now(),
    };
  }
  const onHeldBack = ({ title, body }: NotificationText, why: WhyHeldBack): void =>
    trace.notification(title, body, why);

  const listener: NotifierListener = {
    onClick: () => window.show(),
    onButton: (key, action) => {
      const callId = callIdOf(key);
      if (action === CALL_BACK) calls.callBack(callId);
      else if (isRingingAction(action)) calls.perform({ kind: action, callId });
    },
    onShown: (key, { title, body }, why, detail) => {
      test.onShown(key, why);
      trace.notification(title, body, why, detail);
    },
  };
  const plain = createNotifier(process.platform, listener);
  const notifier = createCallNotifier({
    platform: process.platform,
    openBus,
    fallback: plain,
    listener,
  });
  disposables.add(() => notifier.dispose());
  const test = createTestNotification(notifier, clock);

  const show = (key: string, text: NotificationText): void =>
    plain.show(key, { ...text, buttons: [], isUrgent: false });
  window.onceMinimizedInstead(() =>
    show('minimized', { title: en.desktop.minimizedTitle, body: en.desktop.minimizedBody }),
  );
  disposables.add(
    startRosterAlerts({
      store,
      clock,
      situation,
      findContact: parts.findContact,
      show: (text) => show('roster', text),
      onHeldBack,
    }),
  );
  const parties = [
    createCallAlerts({
      notifier,
      onHeldBack,
      setFlashing: (isFlashing) => window.setAttention(isFlashing),
      setSound: createRingSound(browserWindow.webContents),
      raiseWindow: () => window.raise(),
      showCallBar: () => parts.callBar.showForCall(),
      setBadge: (count) => setBadge(browserWindow, parts.iconDirectory, count),
    }),
    createConnectionAlerts({ notifier, onHeldBack, clock, onOverdue: onChange }),
    createFailureAlerts({ notifier, onHeldBack }),
  ];
  disposables.add(() => parties.forEach((party) => party.dispose()));

  app.on('browser-window-focus', onChange);
  app.on('browser-window-blur', onChange);
  disposables.add(() => {
    app.off('browser-window-focus', onChange);
    app.off('browser-window-blur', onChange);
  });

  return {
    situation,
    follow: (snapshot) => {
      const now = situation();
      for (const party of parties) party.follow(snapshot, now);
    },
    sendTestNotification: () => test.send(),
  };
}

function findFocus(window: BrowserWindow): Focus {
  const focused = BrowserWindow.getFocusedWindow();
  if (focused === null) return 'elsewhere';
  return focused === window ? 'window' : 'call-bar';
}
