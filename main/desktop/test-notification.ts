import { en } from '../../contract/locale/en';
import type { TestNotification } from '../../contract/test-notification';
import type { Clock } from '../time/clock';
import type { NotShownReason, Notifier } from './notifier';

/** Shows the agent what notifications look like on their desktop, and whether it shows any. */
export interface TestNotifications {
  send(): Promise<TestNotification>;
  /** To be called for each notification that was shown, or not. */
  onShown(key: string, why?: NotShownReason): void;
}

const KEY = 'test';
/** Some desktops never say what became of a notification, in ms. */
const LIMIT_MS = 5_000;

export function createTestNotification(
  notifier: Notifier,
  clock: Pick<Clock, 'watch'>,
): TestNotifications {
  let settle: ((outcome: TestNotification) => void) | undefined;
  return {
    send: () =>
      new Promise((resolve) => {
        const cancel = clock.watch(LIMIT_MS, () => resolve('no-word'));
        settle = (outcome) => {
          cancel();
          resolve(outcome);
        };
        // One that the agent has closed would stay closed.
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
