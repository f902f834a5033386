import { describe, expect, it } from 'vitest';
import { createCallNotifier } from '../../../main/desktop/call-notifier';
import type { ActionNotification, Notifier } from '../../../main/desktop/notifier';
import { eventually } from '../../support/eventually';
import { createFakeSessionBus, type FakeSessionBus } from '../../support/fake-session-bus';

const RINGING: ActionNotification = {
  title: 'Ada is calling',
  body: 'Marsh & <Sons>',
  buttons: [
    { action: 'answer', label: 'Answer' },
    { action: 'reject', label: 'Reject' },
  ],
  isUrgent: true,
};
const JOINED: ActionNotification = { title: 'Bob joined', body: '', buttons: [], isUrgent: false };

interface Given {
  readonly platform?: NodeJS.Platform;
  readonly capabilities?: readonly string[];
  /** Whether the desktop has a notification server, for each attempt to reach it. */
  readonly hasServer?: () => boolean;
  /** Called before the server answers with the ID of a notification. */
  readonly onNotify?: (bus: FakeSessionBus) => void;
}

/** A notifier on a desktop. `happened` lists what the listener and the fallback were called with. */
function setUp({
  platform = 'linux',
  capabilities = ['actions', 'body-markup'],
  hasServer = () => true,
  onNotify = () => undefined,
}: Given = {}) {
  const buses: FakeSessionBus[] = [];
  const happened: string[] = [];
  let id = 0;
  const fallback: Notifier = {
    show: (key, { title }) => void happened.push(`plain ${key}: ${title}`),
    close: (key) => void happened.push(`plain ${key} closed`),
    dispose: () => void happened.push('plain disposed'),
  };
  const notifier = createCallNotifier({
    platform,
    openBus: () => {
      const bus = createFakeSessionBus(({ member, body = [] }) => {
        if (!hasServer()) throw new Error('no server');
        if (member === 'GetCapabilities') return [capabilities];
        if (member !== 'Notify') return [];
        onNotify(bus);
        return [body[1] === 0 ? (id += 1) : body[1]];
      });
      buses.push(bus);
      return Promise.resolve(bus);
    },
    fallback,
    listener: {
      onClick: () => void happened.push('click'),
      onButton: (key, action) => void happened.push(`${key}: ${action}`),
      onShown: (key, { title }) => void happened.push(`shown ${key}: ${title}`),
    },
  });
  const shown = (index = 0) => buses[index]?.callsOf('Notify') ?? [];
  return { notifier, buses, happened, shown };
}

/** Delivers a signal and everything that follows from it. */
async function signal(bus: FakeSessionBus, ...what: Parameters<FakeSessionBus['signal']>) {
  bus.signal(...what);
  await new Promise(setImmediate);
}

describe('a notification', () => {
  it('has buttons, stays while it is urgent, and shows markup of a caller as text', async () => {
    const { notifier, shown, happened } = setUp();
    notifier.show('a', RINGING);
    notifier.show('b', JOINED);
    await eventually(() => happened).toEqual(['shown a: Ada is calling', 'shown b: Bob joined']);
    const [ringing, joined] = shown();
    expect(ringing).toMatchObject([
      'Sidetone',
      0,
      '',
      'Ada is calling',
      'Marsh &amp; &lt;Sons&gt;',
      ['default', '', 'answer', 'Answer', 'reject', 'Reject'],
      { urgency: { value: 2 }, 'suppress-sound': { value: true } },
      0,
    ]);
    expect(joined?.at(-1)).toBe(-1);
    expect(joined?.[6]).toMatchObject({ urgency: { value: 1 } });
  });

  it('is plain text without buttons on a desktop that supports neither', async () => {
    const { notifier, shown } = setUp({ capabilities: ['body'] });
    notifier.show('a', RINGING);
    await eventually(() => shown()).toHaveLength(1);
    expect(shown()[0]?.slice(4, 6)).toEqual(['Marsh & <Sons>', []]);
  });

  it('replaces the one with the same key, and is closed by its ID', async () => {
    const { notifier, shown, buses } = setUp();
    notifier.show('a', RINGING);
    notifier.show('b', JOINED);
    notifier.show('a', { ...RINGING, title: 'Ada Marsh is calling' });
    notifier.close('a');
    notifier.close('a');
    await notifier.dispose();
    expect(shown().map(([, replaced, , title]) => [replaced, title])).toEqual([
      [0, 'Ada is calling'],
      [0, 'Bob joined'],
      [1, 'Ada Marsh is calling'],
    ]);
    expect(buses[0]?.callsOf('CloseNotification')).toEqual([[1]]);
    expect(buses[0]?.isClosed).toBe(true);
  });

  it('is not shown again after the agent closed it, until it is for something else', async () => {
    const { notifier, shown, buses } = setUp();
    notifier.show('a', RINGING);
    await eventually(() => shown()).toHaveLength(1);
    await signal(buses[0]!, 'NotificationClosed', 1, 2);
    notifier.show('a', RINGING);
    notifier.close('a');
    notifier.show('a', JOINED);
    await eventually(() => shown().map(([, , , title]) => title)).toEqual([
      'Ada is calling',
      'Bob joined',
    ]);
    expect(buses[0]?.callsOf('CloseNotification')).toEqual([]);
  });

  it('is shown again after the app closed it', async () => {
    const { notifier, shown, buses } = setUp();
    notifier.show('a', RINGING);
    await eventually(() => shown()).toHaveLength(1);
    await signal(buses[0]!, 'NotificationClosed', 1, 3);
    notifier.show('a', RINGING);
    await eventually(() => shown()).toHaveLength(2);
  });

  it('can be clicked before its ID is known', async () => {
    const { notifier, happened } = setUp({
      onNotify: (bus) => bus.signal('ActionInvoked', 1, 'answer'),
    });
    notifier.show('a', RINGING);
    await eventually(() => happened).toEqual(['shown a: Ada is calling', 'a: answer']);
  });

  it('reports its button or a click on it, but not those of other programs', async () => {
    const { notifier, shown, buses, happened } = setUp();
    notifier.show('a', RINGING);
    await eventually(() => shown()).toHaveLength(1);
    happened.length = 0;
    await signal(buses[0]!, 'ActionInvoked', 1, 'answer');
    await signal(buses[0]!, 'ActionInvoked', 1, 'default');
    await signal(buses[0]!, 'ActionInvoked', 2, 'answer');
    await signal(buses[0]!, 'ActionInvoked', 1);
    await signal(buses[0]!, 'ActivationToken', 1, 'token');
    expect(happened).toEqual(['a: answer', 'click']);
  });
});

describe('without a notification server', () => {
  it('shows notifications without buttons, and tries again with the next one', async () => {
    let hasServer = false;
    const { notifier, buses, happened } = setUp({ hasServer: () => hasServer });
    notifier.show('a', RINGING);
    await eventually(() => happened).toEqual(['plain a: Ada is calling']);
    expect(buses[0]?.isClosed).toBe(true);
    hasServer = true;
    notifier.show('b', JOINED);
    await eventually(() => happened).toContain('shown b: Bob joined');
    notifier.close('a');
    await notifier.dispose();
    expect(happened.slice(2)).toEqual(['plain a closed', 'plain disposed']);
    expect(buses[1]?.isClosed).toBe(true);
  });

  it('and on other systems, uses no bus', () => {
    const { notifier, buses, happened } = setUp({ platform: 'darwin' });
    notifier.show('a', RINGING);
    expect(happened).toEqual(['plain a: Ada is calling']);
    expect(buses).toEqual([]);
  });
});
