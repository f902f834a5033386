import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Snapshot } from '../../../../contract/snapshot';
import { CallBar } from '../../../../renderer/features/call-bar/CallBar';
import type { Refusal } from '../../../../renderer/state/refusal';
import { performOperation } from '../../../../renderer/state/requests';
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

function drawBar(shown: Snapshot): string {
  const store = createStore(() => ({
    ...createWindowStore(shown).getState(),
    refusals: [REFUSED],
  }));
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
});
