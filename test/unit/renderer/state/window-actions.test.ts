import { describe, expect, it } from 'vitest';
import { fail } from '../../../../contract/result';
import type { Bridge } from '../../../../contract/bridge';
import { REQUEST_NAMES } from '../../../../contract/channels';
import { createWindowActions } from '../../../../renderer/state/window-context';
import { createWindowStore, type Deletion } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { snapshot } from '../fixtures';

function setUp() {
  const { bridge, asked } = new FakeBridge();
  const store = createWindowStore();
  return { bridge, asked, store, actions: createWindowActions(bridge, store) };
}

function deletion(callId: string, key: string, value = ''): Deletion {
  return { callId, data: { key, value, isText: true }, index: 0, doneAt: 0 };
}

describe('a panel', () => {
  it('is opened and closed by the same action, and replaced by another', () => {
    const { actions, store } = setUp();
    const [keypad, change] = [
      { kind: 'keypad', callId: 'a' },
      { kind: 'change-data', callId: 'a', key: 'x' },
    ] as const;
    actions.togglePanel(keypad);
    actions.togglePanel(change);
    expect(store.getState().panel).toEqual(change);
    actions.togglePanel({ ...change, key: 'y' });
    expect(store.getState().panel).toEqual({ ...change, key: 'y' });
    actions.togglePanel({ ...change, key: 'y' });
    expect(store.getState().panel).toBeUndefined();
  });
});

describe('a deletion', () => {
  it('can be undone once per key of a call, until its time is over', () => {
    const { actions, store } = setUp();
    actions.noteDeletion(deletion('a', 'x', '1'));
    actions.noteDeletion(deletion('b', 'x', '2'));
    actions.noteDeletion(deletion('a', 'x', '3'));
    expect(store.getState().deletions).toEqual([deletion('b', 'x', '2'), deletion('a', 'x', '3')]);
    actions.forgetDeletion('a', 'x');
    expect(store.getState().deletions).toEqual([deletion('b', 'x', '2')]);
  });
});

describe('the displayed revision', () => {
  it('is reported once there is a snapshot', () => {
    const { actions, store, asked } = setUp();
    actions.reportPainted();
    expect(asked).toEqual([]);
    store.setState({ snapshot: snapshot({ revision: 7 }) });
    actions.reportPainted();
    expect(asked).toEqual(['reportPainted 7']);
  });
});

/** The main process always answers. That it does not is a bug, which must not stop the window. */
describe('a request without an answer', () => {
  const rejecting = Object.fromEntries(
    REQUEST_NAMES.map((name) => [name, () => Promise.reject(new Error('the channel is closed'))]),
  ) as unknown as Bridge;
  const { settings, contacts, ...actions } = createWindowActions(rejecting, createWindowStore());
  const requests = Object.entries({ ...actions, ...settings, ...contacts }).filter(([name]) =>
    REQUEST_NAMES.some((request) => request === name && request !== 'reportPainted'),
  );

  it.each(requests)('is an error: %s', async (_name, request) => {
    const send = request as (request: object) => Promise<unknown>;
    expect(await send({})).toEqual(fail({ code: 'internal' }));
  });
});
