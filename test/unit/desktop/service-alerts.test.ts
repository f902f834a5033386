import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import type { Connection } from '../../../contract/snapshot';
import type { AlertSituation } from '../../../main/desktop/alert-policy';
import { createConnectionAlerts } from '../../../main/desktop/connection-alerts';
import { createFailureAlerts } from '../../../main/desktop/failure-alerts';
import type { ActionNotification } from '../../../main/desktop/notifier';
import { createManualClock } from '../../support/manual-clock';
import { command, connection, snapshot } from '../renderer/fixtures';

const AWAY: AlertSituation = { preferences: DEFAULT_PREFERENCES, focus: 'elsewhere', now: 0 };
const LOOKING: AlertSituation = { ...AWAY, focus: 'window' };

let open: Map<string, ActionNotification>;
let heldBack: string[];
beforeEach(() => {
  open = new Map();
  heldBack = [];
});

const notifier = {
  show: (key: string, content: ActionNotification) => void open.set(key, content),
  close: (key: string) => void open.delete(key),
  dispose: () => undefined,
};
const parts = {
  notifier,
  onHeldBack: ({ title }: { title: string }, why: string) => void heldBack.push(`${title}: ${why}`),
};

describe('a lost connection', () => {
  let clock: ReturnType<typeof createManualClock>;
  /** How long the computer has slept. Timers stand still meanwhile. */
  let slept: number;
  let current: Connection;
  let situation: AlertSituation;
  let alerts: ReturnType<typeof createConnectionAlerts>;
  beforeEach(() => {
    clock = createManualClock();
    slept = 0;
    situation = AWAY;
    const sleeping = { ...clock, elapsed: () => clock.elapsed() + slept };
    alerts = createConnectionAlerts({ ...parts, clock: sleeping, onOverdue: () => follow() });
  });

  function follow(changes?: Partial<Connection>): void {
    if (changes !== undefined) current = connection(changes);
    alerts.follow(snapshot({ connections: [current] }), situation);
  }

  it('shows a notification with the reason after a while, until it is back', () => {
    follow({ state: 'reconnecting', reason: { code: 'no-route' } });
    clock.advance(9_999);
    expect(open.size).toBe(0);
    clock.advance(1);
    expect([...open.values()]).toMatchObject([
      {
        title: 'No connection to Genesys',
        body: expect.stringContaining('The service cannot be reached.') as string,
      },
    ]);
    follow({ state: 'connected' });
    expect(open.size).toBe(0);
  });

  it('shows no notification if it recovers soon', () => {
    follow({ state: 'reconnecting' });
    clock.advance(5_000);
    follow({ state: 'connected' });
    clock.advance(60_000);
    expect([open.size, clock.watches()]).toEqual([0, []]);
  });

  it('shows no notification if it was lost as the computer fell asleep, and recovers soon after', () => {
    follow({ state: 'reconnecting' });
    slept = 8 * 60 * 60 * 1_000;
    follow();
    clock.advance(5_000);
    expect(open.size).toBe(0);
    follow({ state: 'connected' });
    expect(clock.watches()).toEqual([]);
  });

  it('mentions if the agent has to sign in', () => {
    follow({ state: 'reconnecting' });
    clock.advance(10_000);
    follow({ state: 'signed-out' });
    expect([...open.values()].map(({ title }) => title)).toEqual(['Signed out of Genesys']);
  });

  it('shows no notification while the agent is looking at the window', () => {
    situation = LOOKING;
    follow({ state: 'error' });
    clock.advance(10_000);
    expect(open.size).toBe(0);
    expect(heldBack).toEqual(['No connection to Genesys: window-focused']);
  });

  it('leaves nothing behind when the app quits', () => {
    follow({ state: 'error' });
    clock.advance(10_000);
    alerts.dispose();
    expect([open.size, clock.watches()]).toEqual([0, []]);
  });
});

describe('a failed action', () => {
  it('shows a notification with the text of the window, until it is dismissed there', () => {
    const alerts = createFailureAlerts(parts);
    alerts.follow(snapshot({ commands: [command({ action: 'mute', outcome: 'sent' })] }), AWAY);
    expect(open.size).toBe(0);
    const failed = command({
      action: 'mute',
      target: 'Ada',
      outcome: 'failed',
      error: { code: 'refused', vendor: 'genesys' },
    });
    alerts.follow(snapshot({ commands: [failed] }), AWAY);
    expect([...open.values()]).toMatchObject([
      {
        title: '“Mute” did not work: Ada',
        body: expect.stringContaining('Genesys: The service refused the request.') as string,
      },
    ]);
    alerts.follow(snapshot({ commands: [] }), AWAY);
    expect(open.size).toBe(0);
  });

  it('shows no notification, not even later, if the window had the focus', () => {
    const alerts = createFailureAlerts(parts);
    const commands = [command({ action: 'hold', target: '', outcome: 'unknown' })];
    alerts.follow(snapshot({ commands }), LOOKING);
    alerts.follow(snapshot({ commands }), AWAY);
    expect(open.size).toBe(0);
    expect(heldBack).toHaveLength(1);
    expect(heldBack[0]).toMatch(/: window-focused$/);
  });
});
