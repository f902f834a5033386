import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Snapshot } from '../../../../contract/snapshot';
import { CallBar } from '../../../../renderer/features/call-bar/CallBar';
import { dropRefusals } from '../../../../renderer/features/call-bar/drop-refusals';
import type { Refusal } from '../../../../renderer/state/refusal';
import { performOperation, showView } from '../../../../renderer/state/requests';
import { createWindowActions, WindowContext } from '../../../../renderer/state/window-context';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { textOf } from '../draw';
import { FakeBridge } from '../fake-bridge';
import { snapshotOf, telephoneCall } from '../fixtures';

const REFUSED: Refusal = {
  key: 'hold',
  request: performOperation({ kind: 'hold', callId: 'first' }),
  action: 'hold',
  target: '15001',
  error: { code: 'gone' },
};
const FIRST = telephoneCall({ id: 'first' });
const SECOND = telephoneCall({ id: 'second', identity: { name: '15002' } });

function drawBar(shown: Snapshot, refusals = [REFUSED]): string {
  const store = createStore(() => ({ ...createWindowStore(shown).getState(), refusals }));
  const actions = createWindowActions(new FakeBridge().bridge, store);
  return textOf(
    renderToStaticMarkup(
      <WindowContext value={{ store, actions }}>
        <CallBar />
      </WindowContext>,
    ),
  );
}

describe('an action that was declined in the call bar', () => {
  const title = '“Hold” did not work';

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is shown while its call is', () => {
    expect(drawBar(snapshotOf([FIRST]))).toContain(title);
  });

  it('does not hide the state of the next call', () => {
    const text = drawBar(snapshotOf([SECOND]));
    expect(text).not.toContain(title);
    expect(text).toContain('15002');
  });

  it('does not hide who calls', () => {
    const ringing = { ...SECOND, state: 'ringing' } as const;
    const shown = snapshotOf([FIRST, ringing], { waitingCallIds: ['second'] });
    expect(drawBar(shown)).toContain('15002 is calling');
  });

  it('is dropped after 8 seconds, so that the state and the timer are shown again', () => {
    const store = createWindowStore(snapshotOf([FIRST]));
    const stop = dropRefusals(store);
    store.setState({ refusals: [REFUSED] });
    vi.advanceTimersByTime(7_000);
    store.setState({ refusals: [{ ...REFUSED }] });
    vi.advanceTimersByTime(7_999);
    expect(store.getState().refusals).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(store.getState().refusals).toEqual([]);
    store.setState({ refusals: [REFUSED] });
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has the name of its button', () => {
    const request = showView('window');
    const declined = { ...REFUSED, request, action: request.action, target: '' };
    expect(drawBar(snapshotOf([FIRST]), [declined])).toContain('“Show window” did not work');
  });
});

it('a call that ended while the agent was away has no length', () => {
  const text = drawBar(
    snapshotOf([{ ...FIRST, state: 'ended', endedAt: 60_000, isEndUnseen: true }]),
    [],
  );
  expect(text).toContain('Ended');
  expect(text).not.toContain('01:00');
});
