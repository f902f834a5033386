import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry, HistoryPage } from '../../../../contract/history';
import { HistoryAlert } from '../../../../renderer/features/history/HistoryAlert';
import { groupByDay } from '../../../../renderer/features/history/history-days';
import { HistoryList } from '../../../../renderer/features/history/HistoryList';
import { createWindowActions, WindowContext } from '../../../../renderer/state/window-context';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { snapshot } from '../fixtures';

const NOON = new Date(2026, 2, 1, 12).getTime();
const HOUR = 60 * 60 * 1_000;

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

type CallEntry = Extract<HistoryEntry, { kind: 'call' }>;

function call(at: number, fields: Partial<CallEntry> = {}): CallEntry {
  return {
    kind: 'call',
    at,
    callId: 'genesys:a',
    line: 'genesys',
    parties: ['Ada'],
    wasAnswered: true,
    ...fields,
  };
}

function textOf(markup: string): string {
  return markup
    .replace(/<\/?bdi[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function draw(entries: readonly HistoryEntry[], fields: Partial<HistoryPage> = {}, text = '') {
  const page = { entries, total: entries.length, keepDays: 30, ...fields } as const;
  const store = createWindowStore(snapshot());
  const actions = createWindowActions(new FakeBridge().bridge, store);
  return renderToStaticMarkup(
    <WindowContext value={{ store, actions }}>
      <HistoryList
        filter="all"
        page={page}
        text={text}
        onNearEnd={() => undefined}
        onWrite={() => undefined}
      />
    </WindowContext>,
  );
}

describe('the days of the history', () => {
  it('are called Today, Yesterday or by date, and contain their entries', () => {
    const moments = [0, 11, 13, 30, 37, 24 * 365].map((hours) => NOON - hours * HOUR);
    const days = groupByDay(
      moments.map((at) => call(at)),
      NOON,
    );
    expect(days.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['Today', 2],
      ['Yesterday', 2],
      [expect.stringMatching(/^Friday,? 27 February 2026$/), 1],
      [expect.stringMatching(/^Saturday,? 1 March 2025$/), 1],
    ]);
  });

  it('keep the order of entries when the clock was set back', () => {
    const days = groupByDay([call(NOON), call(NOON - 24 * HOUR), call(NOON - HOUR)], NOON);
    expect(days.map(({ title }) => title)).toEqual(['Today', 'Yesterday', 'Today']);
  });
});

describe('an entry of the history', () => {
  it('says that a call ended while you were away, without a length', () => {
    const ended = call(NOON, { endedAt: NOON + 187_000, isEndUnseen: true, parties: ['Ada'] });
    expect(textOf(draw([ended]))).toBe(
      'Today 12:00 Telephone call Ada Answered Ended while you were away',
    );
  });

  it('shows the time, kind, person, result and length', () => {
    const ended = call(NOON, { endedAt: NOON + 187_000, seconds: 187, parties: ['Ada', '**002'] });
    expect(textOf(draw([ended]))).toBe(
      'Today 12:00 Telephone call Ada, **002 Answered Lasted 03:07',
    );
  });

  it('shows no length for an unanswered call or a call in progress', () => {
    const missed = call(NOON, { wasAnswered: false, endedAt: NOON + 9_000 });
    expect(textOf(draw([missed]))).toBe('Today 12:00 Telephone call Ada Not answered');
    expect(textOf(draw([call(NOON)]))).toBe('Today 12:00 Telephone call Ada Answered');
  });

  it('says why a command failed', () => {
    const failed: HistoryEntry = {
      kind: 'command',
      at: NOON,
      action: 'hold',
      outcome: 'failed',
      target: 'Ada',
      reason: 'gone',
    };
    expect(textOf(draw([failed]))).toBe(
      'Today 12:00 Hold Ada The call or the participant is no longer there. Failed',
    );
  });

  it('shows the note and outcome of the call, and offers to edit them', () => {
    const wrapUp = { outcome: 'Resolved', note: 'Sent a new lamp.' };
    const markup = draw([call(NOON, { wrapUp })]);
    expect(textOf(markup)).toContain('Ada Resolved Sent a new lamp. Answered');
    expect(markup).toContain('aria-label="Note and outcome of the call with Ada"');
  });

  it('always shows names as text', () => {
    expect(draw([call(NOON, { parties: ['<img src=x>'] })])).toContain('&lt;img src=x&gt;');
  });
});

describe('the list', () => {
  it('distinguishes no results from an empty history', () => {
    expect(textOf(draw([]))).toContain('Nothing has happened yet.');
    expect(textOf(draw([], {}, ' zz '))).toBe('Nothing matches “zz”.');
  });

  it('says if there are more entries than it shows', () => {
    const entries = Array.from({ length: 1_000 }, (_, index) => call(NOON - index));
    expect(textOf(draw(entries, { total: 1_001 }))).toContain('Only the newest 1000 are shown.');
    expect(textOf(draw([call(NOON)], { total: 2 }))).not.toContain('Only the newest');
  });

  it('shows what failed, with the error’s detail', () => {
    const markup = renderToStaticMarkup(
      <HistoryAlert what="export" error={{ code: 'internal', detail: '/x cannot be written' }} />,
    );
    expect(markup).toContain('role="alert"');
    expect(textOf(markup)).toBe('The history could not be exported. Details: /x cannot be written');
  });
});
