import type { BusNotifications } from './bus-notifications';
import type { Notifier, NotifierListener } from './notifier';
import type { SessionBus } from './session-bus';

export interface CallNotifierOptions {
  readonly platform: NodeJS.Platform;
  readonly openBus: () => Promise<SessionBus>;
  /** Shows notifications without buttons if the bus has no server. */
  readonly fallback: Notifier;
  readonly listener: NotifierListener;
}

/** Shows notifications with buttons if the desktop supports them. */
export function createCallNotifier(options: CallNotifierOptions): Notifier {
  const { platform, openBus, fallback, listener } = options;
  if (platform !== 'linux') return fallback;
  let bus: SessionBus | undefined;
  let opening: Promise<BusNotifications> | undefined;
  /** Operations run one after the other, so that no notification is closed before it is shown. */
  let last: Promise<unknown> = Promise.resolve();

  async function open(): Promise<BusNotifications> {
    const [opened, { openBusNotifications }] = await Promise.all([
      openBus(),
      import('./bus-notifications'),
    ]);
    bus = opened;
    return openBusNotifications(opened, listener);
  }

  /** Opened for the first notification. If there is no server, the next one tries again. */
  function whenOpen(): Promise<BusNotifications> {
    opening ??= open();
    opening.catch(() => {
      opening = undefined;
      bus?.close();
    });
    return opening;
  }

  return {
    show: (key, notification) => {
      last = last
        .then(whenOpen)
        .then((server) => server.show(key, notification))
        .catch(() => fallback.show(key, notification));
    },
    close: (key) => {
      last = last
        .then(() => opening)
        .then((server) => server?.close(key))
        .catch(() => undefined)
        .then(() => fallback.close(key));
    },
    dispose: async () => {
      await last;
      await fallback.dispose();
      bus?.close();
    },
  };
}
