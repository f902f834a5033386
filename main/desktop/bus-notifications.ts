import { Variant, type Message } from '@jellybrick/dbus-next';
import { DESKTOP_ID } from './desktop-id';
import { escapeMarkup, type ActionNotification, type NotifierListener } from './notifier';
import type { SessionBus } from './session-bus';

/** The notification server of a Linux desktop, which can show buttons. */
export interface BusNotifications {
  /** Rejects if there is no server. */
  show(key: string, notification: ActionNotification): Promise<void>;
  /** Closes it, now or as soon as it has been shown. */
  close(key: string): Promise<void>;
}

/** https://specifications.freedesktop.org/notification-spec/1.3/ */
const SERVER = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
};
const RULE = `type='signal',sender='${SERVER.destination}',interface='${SERVER.interface}'`;
const URGENCY = { normal: 1, critical: 2 };
const EXPIRE = { asUsual: -1, never: 0 };
const CLOSED_BY_APP = 3;
/** The action of a click outside the buttons. */
const CLICK = 'default';

interface Shown {
  readonly id: number;
  /** Called when the agent closed it. It is not shown again. */
  readonly isDismissed: boolean;
}

/** Connects to the notification server on an open bus. */
export async function openBusNotifications(
  bus: SessionBus,
  listener: NotifierListener,
): Promise<BusNotifications> {
  const shown = new Map<string, Shown>();
  const [capabilities] = await bus.call({ ...SERVER, member: 'GetCapabilities' });
  // A signal can arrive together with the answer that contains the notification's id, so it waits
  // for that.
  await bus.listen([RULE], (signal) => void setImmediate(onSignal, signal));

  function can(capability: string): boolean {
    return Array.isArray(capabilities) && capabilities.includes(capability);
  }

  function onSignal({ member, body }: Message): void {
    const [id, what] = body;
    const key = [...shown].find(([, other]) => other.id === id)?.[0];
    if (key === undefined || typeof id !== 'number') return;
    if (member === 'NotificationClosed' && what !== CLOSED_BY_APP) {
      shown.set(key, { id, isDismissed: true });
    }
    if (member !== 'ActionInvoked' || typeof what !== 'string') return;
    if (what === CLICK) listener.onClick();
    else listener.onButton(key, what);
  }

  async function show(key: string, content: ActionNotification): Promise<void> {
    const before = shown.get(key);
    if (before?.isDismissed === true) return;
    const { title, body, buttons, isUrgent } = content;
    const actions = [...[CLICK, ''], ...buttons.flatMap(({ action, label }) => [action, label])];
    const hints = {
      urgency: new Variant('y', isUrgent ? URGENCY.critical : URGENCY.normal),
      'desktop-entry': new Variant('s', DESKTOP_ID),
      'suppress-sound': new Variant('b', true),
    };
    const [id] = await bus.call({
      ...SERVER,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: [
        'Sidetone',
        before?.id ?? 0,
        '',
        title,
        can('body-markup') ? escapeMarkup(body) : body,
        can('actions') ? actions : [],
        hints,
        isUrgent ? EXPIRE.never : EXPIRE.asUsual,
      ],
    });
    if (typeof id !== 'number') throw new Error('Notify: no id');
    shown.set(key, { id, isDismissed: false });
    listener.onShown(key, content);
  }

  async function close(key: string): Promise<void> {
    const entry = shown.get(key);
    shown.delete(key);
    if (entry === undefined || entry.isDismissed) return;
    await bus.call({ ...SERVER, member: 'CloseNotification', signature: 'u', body: [entry.id] });
  }

  return { show, close };
}
