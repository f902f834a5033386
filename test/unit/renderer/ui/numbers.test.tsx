import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { HistoryEntry } from '../../../../contract/history';
import type { Snapshot } from '../../../../contract/snapshot';
import { listActions } from '../../../../renderer/actions/registry';
import { CallBar } from '../../../../renderer/features/call-bar/CallBar';
import { HistoryList } from '../../../../renderer/features/history/HistoryList';
import { PaletteOption } from '../../../../renderer/features/palette/PaletteOption';
import { createWindowActions, WindowContext } from '../../../../renderer/state/window-context';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { isolateNumbers } from '../../../../contract/numbers-in-text';
import { WithNumbers } from '../../../../renderer/ui/Numbers';
import { draw } from '../draw';
import { FakeBridge } from '../fake-bridge';
import { OFFERS, command, participant, snapshotOf, telephoneCall } from '../fixtures';

const NUMBER = '(212) 555-0142';

describe('a text with numbers', () => {
  it.each([
    [NUMBER, `<span><bdi dir="ltr">${NUMBER}</bdi></span>`],
    ['Call +12125550142 now', '<span>Call <bdi dir="ltr">+12125550142</bdi> now</span>'],
    ['Dial *21#.', '<span>Dial <bdi dir="ltr">*21#</bdi>.</span>'],
    ['Missed · 10:20', '<span>Missed · <bdi dir="ltr">10:20</bdi></span>'],
    ['2026-03-12 10:20:53', '<span><bdi dir="ltr">2026-03-12 10:20:53</bdi></span>'],
    ['Ada, 15002 and 3 more', 'Ada, 15002 and 3 more'],
    ['No number', 'No number'],
  ])('keeps each of them in order, and is one element: %s', (text, markup) => {
    expect(renderToStaticMarkup(<WithNumbers text={text} />)).toBe(markup);
  });

  it('can also be isolated without markup', () => {
    expect(isolateNumbers(`Call back ${NUMBER}`)).toBe(`Call back \u2066${NUMBER}\u2069`);
  });

  it('may be very long and odd', () => {
    const text = '('.repeat(20_000) + '1 '.repeat(20_000);
    expect(renderToStaticMarkup(<WithNumbers text={text} />)).toContain('(((');
  });
});

/** Numbers that would be reordered in right-to-left text. */
function findExposed(markup: string): string[] {
  const shown = markup
    .replace(/<bdi dir="ltr"[^>]*>[^<]*<\/bdi>/g, '')
    .replace(/<span [^>]*role="timer".*?<\/span>/g, '')
    .replace(/[\u2066\u2068][^\u2066-\u2069]*\u2069/g, '')
    .replace(/<[^>]*data-hint="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ');
  return shown.match(/\(212\)[^<]*|\d\d:\d\d/g) ?? [];
}

describe('every number in the window', () => {
  const call = telephoneCall({
    identity: { name: NUMBER, number: NUMBER, reason: `Lost luggage, call ${NUMBER}` },
    participants: [
      participant({ name: NUMBER, number: NUMBER, joinedAt: 1, address: NUMBER }),
      participant({ id: 'p2', name: `\u05d3\u05e0\u05d4 ${NUMBER}`, number: NUMBER }),
    ],
    attachedData: [{ key: 'Callback', value: `At 10:20 on ${NUMBER}`, isText: true }],
    actions: ['mute', 'hold', 'hang-up', 'add-participant', 'update-data', 'delete-data'],
  });
  const waiting = telephoneCall({ id: 'genesys:2', state: 'ringing', identity: call.identity });
  const held = telephoneCall({ id: 'genesys:3', state: 'held', identity: call.identity });
  const shown: Snapshot = snapshotOf([call, waiting, held], {
    ...OFFERS,
    waitingCallIds: [waiting.id],
    missedCalls: [{ id: 'genesys:4', identity: call.identity, address: NUMBER, at: 0 }],
    lastCalls: [
      {
        id: 'genesys:5',
        line: 'genesys',
        reference: '5',
        identity: call.identity,
        participants: [{ id: 'p', name: NUMBER, address: NUMBER }],
        participantCount: 1,
        address: NUMBER,
        startedAt: 0,
        endedAt: 61_000,
        wasAnswered: true,
        canLookUpRecording: true,
        wrapUp: { outcome: 'Callback scheduled', note: `Call ${NUMBER} at 10:20` },
      },
    ],
    commands: [
      command({ action: 'dial', outcome: 'failed', target: NUMBER, error: { code: 'gone' } }),
    ],
  });

  function drawIn(element: ReactNode): string {
    const store = createStore(() => createWindowStore(shown).getState());
    const actions = createWindowActions(new FakeBridge().bridge, store);
    return renderToStaticMarkup(
      <WindowContext value={{ store, actions }}>{element}</WindowContext>,
    );
  }

  it('is isolated: calls, people, data, last calls and messages', () => {
    const markup = draw(shown);
    expect(markup.split(`<bdi dir="ltr">${NUMBER}</bdi>`).length).toBeGreaterThan(12);
    expect(findExposed(markup)).toEqual([]);
  });

  it('is isolated in the tooltips of people, other calls and messages', () => {
    const tooltips = [...draw(shown).matchAll(/<(?:span|p)\b[^>]* title="([^"]*)"/g)]
      .map(([, tooltip = '']) => tooltip)
      .filter((tooltip) => tooltip.includes(NUMBER));
    expect(tooltips.length).toBeGreaterThan(2);
    for (const tooltip of tooltips) expect(tooltip).toContain(`\u2066${NUMBER}\u2069`);
  });

  it('is isolated in the call bar', () => {
    expect(findExposed(drawIn(<CallBar />))).toEqual([]);
  });

  it('is isolated in the palette', () => {
    const actions = listActions(createWindowStore(shown).getState());
    expect(actions.some(({ label }) => label.includes(NUMBER))).toBe(true);
    for (const action of actions) {
      const option = (
        <PaletteOption id="o" action={action} isPointedAt={false} onChoose={() => undefined} />
      );
      expect(findExposed(drawIn(option)), action.label).toEqual([]);
    }
  });

  it('is isolated in the history', () => {
    const entries: HistoryEntry[] = [
      {
        kind: 'call',
        at: 1_000,
        callId: 'genesys:1',
        line: 'genesys',
        parties: [NUMBER],
        caller: `Ada ${NUMBER}`,
        about: `Call ${NUMBER}`,
        seconds: 61,
        wasAnswered: true,
        address: NUMBER,
        wrapUp: { outcome: '', note: `Call ${NUMBER}` },
      },
      { kind: 'command', at: 1_000, action: 'transfer', outcome: 'sent', target: NUMBER },
      { kind: 'roster', at: 1_000, callId: 'genesys:1', joined: [NUMBER], left: [] },
    ];
    const markup = drawIn(
      <HistoryList
        filter="all"
        page={{ entries, total: 3, keepDays: 30 }}
        text=""
        onNearEnd={() => undefined}
        onWrite={() => undefined}
      />,
    );
    expect(findExposed(markup.replace(/<time.*?<\/time>/g, ''))).toEqual([]);
  });
});
