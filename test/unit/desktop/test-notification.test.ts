import { expect, it } from 'vitest';
import type { Notifier } from '../../../main/desktop/notifier';
import { createTestNotification } from '../../../main/desktop/test-notification';
import { createManualClock } from '../../support/manual-clock';

function setUp() {
  const clock = createManualClock();
  const done: string[] = [];
  const notifier: Notifier = {
    show: (key) => void done.push(`show ${key}`),
    close: (key) => void done.push(`close ${key}`),
    dispose: () => undefined,
  };
  return { clock, done, notification: createTestNotification(notifier, clock) };
}

it('is shown even if the agent has closed an earlier one', async () => {
  const { notification, done, clock } = setUp();
  const outcome = notification.send();
  expect(done).toEqual(['close test', 'show test']);
  notification.onShown('another', 'not-supported');
  notification.onShown('test');
  expect(await outcome).toBe('shown');
  expect(clock.watches()).toEqual([]);
});

it('has the reason if the desktop did not show it', async () => {
  const { notification } = setUp();
  const outcome = notification.send();
  notification.onShown('test', 'desktop-refused');
  expect(await outcome).toBe('desktop-refused');
});

it('is not confirmed on a desktop that never reports it', async () => {
  const { notification, clock } = setUp();
  const outcome = notification.send();
  clock.advance(5_000);
  expect(await outcome).toBe('not-confirmed');
});
