import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../../contract/call-model';
import type { LastCall } from '../../../../contract/snapshot';
import {
  describeMedia,
  describeMissed,
  describeTime,
} from '../../../../renderer/features/last-calls/last-call-text';
import { LastCalls } from '../../../../renderer/features/last-calls/LastCalls';
import { createWindowActions, WindowContext } from '../../../../renderer/state/window-context';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { textOf } from '../draw';
import { FakeBridge } from '../fake-bridge';
import { snapshot } from '../fixtures';

const STARTED_AT = new Date(2026, 2, 14, 9, 26, 53).getTime();

function lastCall(fields: Partial<LastCall> = {}): LastCall {
  return {
    id: 'genesys:9',
    line: 'genesys',
    reference: '9',
    identity: { name: 'Ada' },
    wasAnswered: true,
    participants: [{ id: 'p1', name: 'Ada' }],
    participantCount: 1,
    startedAt: STARTED_AT,
    endedAt: STARTED_AT + 187_000,
    canLookUpRecording: true,
    ...fields,
  };
}

function draw(lastCalls: LastCall[]): string {
  const store = createWindowStore(snapshot({ lastCalls }));
  const actions = createWindowActions(new FakeBridge().bridge, store);
  return renderToStaticMarkup(
    <WindowContext value={{ store, actions }}>
      <LastCalls />
    </WindowContext>,
  );
}

function labelsOf(markup: string): (string | undefined)[] {
  return [...markup.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1]);
}

describe('the last calls', () => {
  it('are not shown while there are none', () => {
    expect(draw([])).toBe('');
  });

  it('are three at first, with a button to show all', () => {
    const markup = draw(
      ['Ada', 'Grace', 'Edsger', 'Barbara'].map((name, index) =>
        lastCall({ id: String(index), participants: [{ id: 'p', name }] }),
      ),
    );
    expect(labelsOf(markup)).toEqual([
      'Last calls',
      'Note and outcome of the call with Ada',
      'Recording of Ada',
      'Note and outcome of the call with Grace',
      'Recording of Grace',
      'Note and outcome of the call with Edsger',
      'Recording of Edsger',
    ]);
    expect(markup).toContain('Show all 4');
  });

  it('have a button for their recording only if the recorder can look up the call', () => {
    expect(labelsOf(draw([lastCall({ canLookUpRecording: false })]))).toEqual([
      'Last calls',
      'Note and outcome of the call with Ada',
    ]);
  });

  it('show notes and outcomes', () => {
    const wrapUp = { outcome: 'Follow-up needed', note: 'Call again <tomorrow>' };
    const markup = draw([lastCall({ wrapUp })]);
    expect(markup).toContain('Follow-up needed');
    expect(markup).toContain('Call again &lt;tomorrow&gt;');
  });

  it('count people whose names were not kept', () => {
    expect(draw([lastCall({ participantCount: 40 })])).toContain('Ada and 39 more');
  });

  it('name the caller, with the number or the participants', () => {
    const identity = { name: 'Ada Marsh', number: '15001', isFromData: true } as const;
    const alone = draw([lastCall({ identity, participants: [{ id: 'p', name: 'Ada Marsh' }] })]);
    expect(textOf(alone)).toContain('09:26 · 03:07 · 15001');
    const participants = ['15001', '15002'].map((name) => ({ id: name, name }));
    const several = draw([
      lastCall({ identity: { ...identity, number: undefined }, participants, participantCount: 2 }),
    ]);
    expect(several).toContain('Recording of Ada Marsh');
    expect(textOf(several)).toContain('09:26 · 03:07 · 15001, 15002');
  });

  it('show the state of the deletion of the recording', () => {
    const markup = draw([
      lastCall({ deletion: 'still-there' }),
      lastCall({
        id: 'talkspace:t',
        line: 'talkspace',
        media: { state: 'ready', bytes: 48_100, url: 'https://media.example.com/r.wav' },
      }),
    ]);
    expect(markup).toContain('The recording is still there');
    expect(markup).toContain('Recording available, 48.1 kB');
    expect(markup).toContain('https://media.example.com/r.wav');
  });
});

it.each<[Media, string]>([
  [{ state: 'pending' }, 'Recording not available yet'],
  [{ state: 'ready' }, 'Recording available'],
  [{ state: 'ready', bytes: 0 }, 'Recording available, 0 byte'],
  [{ state: 'ready', bytes: 2_500_000 }, 'Recording available, 2.5 MB'],
  [{ state: 'none' }, 'No recording was made'],
  [{ state: 'unknown' }, 'Not known whether there is a recording'],
])('a TalkSpace shows that its recording is %j', (media, text) => {
  expect(describeMedia(media)).toBe(text);
});

it('a call that ended while you were away has no length', () => {
  const call = { ...lastCall(), isEndUnseen: true };
  expect(describeTime(call, 'telephone', STARTED_AT)).toBe(
    'Telephone · 09:26 · ended while you were away',
  );
});

it.each<[Partial<LastCall>, 'telephone' | 'conference', string]>([
  [{ direction: 'inbound' }, 'telephone', 'Incoming · 09:26 · 03:07'],
  [{ direction: 'inbound', wasAnswered: false }, 'telephone', 'Missed · 09:26'],
  [{ direction: 'outbound' }, 'telephone', 'Outgoing · 09:26 · 03:07'],
  [{ direction: 'outbound', wasAnswered: false }, 'telephone', 'No answer · 09:26'],
  [{ line: 'talkspace', wasAnswered: false }, 'conference', 'TalkSpace · 09:26 · 03:07'],
])('a call is named by its direction and whether it was answered: %j', (fields, kind, text) => {
  expect(describeTime(lastCall(fields), kind, STARTED_AT)).toBe(text);
});

it('a name that is from an earlier call is marked', () => {
  const identity = { name: 'Ada', number: '15001', isFromEarlierCall: true } as const;
  const text = describeTime(lastCall({ identity }), 'telephone', STARTED_AT);
  expect(text).toMatch(/15001.? · from an earlier call$/);
});

it('a missed call has its number unless that is its name', () => {
  const missed = (name: string) =>
    describeMissed(
      { id: 'genesys:9', at: STARTED_AT, identity: { name, number: '15001' } },
      STARTED_AT,
    );
  expect(missed('Ada')).toBe('Missed · 09:26 · 15001');
  expect(missed('15001')).toBe('Missed · 09:26');
});

it('a call of another day is shown with its date', () => {
  expect(describeTime(lastCall(), 'telephone', STARTED_AT)).toBe('Telephone · 09:26 · 03:07');
  expect(describeTime(lastCall(), 'telephone', STARTED_AT + 86_400_000)).toBe(
    'Telephone · Mar 14, 09:26 · 03:07',
  );
});
