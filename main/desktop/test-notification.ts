import { en } from '../../contract/locale/en';
import type { TestNotification } from '../../contract/test-notification';
import type { Clock } from '../time/clock';
import type { NotShownReason, Notifier } from './notifier';

/**
 * Sends a test notification, so that the agent can see whether and how the desktop shows
 * notifications.
 */
export interface TestNotifications {
  send(): Promise<TestNotification>;
  /** Must be called for each notification that was shown or failed. */
  onShown(key: string, why?: NotShownReason): void;
}

const KEY = 'test';
/** How long to wait for the result, in ms. Some desktops never report it. */
const LIMIT_MS = 5_000;

export function createTestNotification(
  notifier: Notifier,
  clock: Pick<Clock, 'watch'>,
): TestNotifications {
  let settle: ((outcome: TestNotification) => void) | undefined;
  return {
    send: () =>
      new Promise((resolve) => {
        const cancel = clock.watch(LIMIT_MS, () => resolve('not-confirmed'));
        settle = (outcome) => {
          cancel();
          resolve(outcome);
        };
        // A notification that the agent has closed would not be shown again under the same key.
        notifier.close(KEY);
        notifier.show(KEY, {
          title: en.notifications.test,
          body: en.notifications.testBody,
          buttons: [],
          isUrgent: false,
        });
      }),
    onShown: (key, why) => {
      if (key === KEY) settle?.(why ?? 'shown');
    },
  };
}
