import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../contract/history';
import { createHistoryFold } from '../../../main/journal/fold-history';

const START = Date.UTC(2026, 0, 1, 10);

/** Folds lines that are one second apart. */
function fold(...lines: readonly Record<string, unknown>[]): readonly HistoryEntry[] {
  const folded = createHistoryFold();
  lines.forEach((line, index) => {
    const t = new Date(START + index * 1_000).toISOString();
    folded.add({ t, kind: 'call', ...line });
  });
  return folded.entries;
}

function call(state: string, participants: readonly string[] = ['**001'], id = 'genesys:a') {
  return { id, line: id.split(':')[0], state, muted: false, held: false, participants };
}

describe('the history', () => {
  it('has one entry for a call, with everybody who was ever in it', () => {
    const entries = fold(
      call('ringing'),
      call('established'),
      call('established', ['**001', 'Ada']),
      call('established', ['Ada']),
      call('ended', ['Ada']),
    );
    expect(entries).toEqual([
      {
        kind: 'call',
        at: START,
        callId: 'genesys:a',
        line: 'genesys',
        parties: ['**001', 'Ada'],
        wasAnswered: true,
        endedAt: START + 4_000,
        seconds: 4,
      },
    ]);
  });

  it('has the direction, the caller, the reason, and the number to call back', () => {
    const said = { direction: 'inbound', caller: 'Ada', about: 'Orders', address: '15001' };
    expect(
      fold({ ...call('ringing'), ...said }, { ...call('ended'), ...said, missed: true }),
    ).toMatchObject([{ ...said, wasAnswered: false, isMissed: true }]);
    const [resumed] = fold(
      { ...call('ringing'), ...said },
      { ...call('ended'), missed: true },
      { ...call('established'), resumed: true },
    );
    expect(resumed).not.toHaveProperty('isMissed');
    expect(resumed).toMatchObject(said);
  });

  it('names the target of a command if an earlier call had the number with a name', () => {
    const command = { kind: 'command', action: 'transfer', outcome: 'confirmed' };
    const entries = fold(
      { ...call('established', ['15001']), caller: 'Ada Marsh', address: '15001' },
      { ...command, id: 'c1', target: '15001' },
      { ...command, id: 'c2', target: '15002' },
    );
    expect(entries.slice(1)).toMatchObject([{ target: 'Ada Marsh' }, { target: '15002' }]);
  });

  it('has the latest note about a call', () => {
    const written = (note: string, fields = {}) => ({
      kind: 'wrap-up',
      call: 'genesys:a',
      note,
      outcome: 'Resolved',
      ...fields,
    });
    const [entry] = fold(
      call('established'),
      written('lam'),
      call('ended'),
      written('lamp\r\nand\u202e shade'),
    );
    expect(entry).toMatchObject({
      wrapUp: { note: 'lamp\nand shade', outcome: 'Resolved' },
      endedAt: START + 2_000,
    });
    const [emptied] = fold(call('ended'), call('established'), written('x'), {
      ...written(''),
      outcome: '',
    });
    expect(emptied).not.toHaveProperty('wrapUp');
    expect(fold(written('about nothing'))).toEqual([]);
  });

  it('has a later note about a call from before its conference was reopened', () => {
    const room = (state: string) => call(state, ['Ada'], 'talkspace:t');
    const about = { kind: 'wrap-up', call: 'talkspace:t', outcome: '' };
    const entries = fold(
      room('established'),
      room('ended'),
      room('established'),
      { ...about, note: 'second' },
      { ...about, note: 'first', began: new Date(START).toISOString() },
    );
    expect(entries).toMatchObject([{ wrapUp: { note: 'first' } }, { wrapUp: { note: 'second' } }]);
  });

  it('has a note about the call before, from any moment of it', () => {
    const entries = fold(call('established'), call('ended'), call('ringing'), {
      kind: 'wrap-up',
      call: 'genesys:a',
      began: new Date(START + 1_001).toISOString(),
      note: 'first',
      outcome: '',
    });
    expect(entries).toMatchObject([{ wrapUp: { note: 'first' } }, {}]);
    expect(entries[1]).not.toHaveProperty('wrapUp');
  });

  it('has one entry for the tones of a call, with the worst outcome among them', () => {
    const tone = (id: string, outcome: string, on = 'genesys:a') => ({
      kind: 'command',
      id,
      action: 'send-tones',
      outcome,
      call: on,
    });
    const entries = fold(
      tone('1', 'sent'),
      tone('1', 'confirmed'),
      tone('2', 'sent'),
      { ...tone('2', 'failed'), reason: 'refused' },
      tone('3', 'sent'),
      tone('3', 'confirmed'),
      tone('4', 'sent', 'genesys:b'),
      tone('4', 'confirmed', 'genesys:b'),
    );
    expect(entries).toEqual([
      { kind: 'command', at: START, action: 'send-tones', outcome: 'failed', reason: 'refused' },
      { kind: 'command', at: START + 6_000, action: 'send-tones', outcome: 'confirmed' },
    ]);
  });

  it('has an unanswered call and an ongoing one', () => {
    expect(fold(call('ringing'), call('ended'))).toMatchObject([{ wasAnswered: false }]);
    const [going] = fold(call('dialing'), call('held'));
    expect(going).toMatchObject({ wasAnswered: true });
    expect(going).not.toHaveProperty('endedAt');
  });

  it.each([
    ['genesys:a', ['Ringing', 'On hold', 'Ended']],
    ['talkspace:t', ['Dialing', 'Established', 'Ended']],
    ['conference:r', ['created', 'active', 'completed']],
  ])('reads the older notation of states of %s', (id, words) => {
    const [first, answered, over] = words.map((word) => call(word, [], id));
    expect(fold(first!, over!)).toMatchObject([{ wasAnswered: false, endedAt: START + 1_000 }]);
    expect(fold(first!, answered!)).toMatchObject([{ wasAnswered: true }]);
  });

  it('has the measured length, not the time between lines', () => {
    const ended = { ...call('ended'), end: 'seen', seconds: 187 };
    expect(fold(call('established'), ended)).toMatchObject([{ seconds: 187 }]);
  });

  it('has no length for a call whose end was not seen', () => {
    const [entry] = fold(call('established'), { ...call('ended'), end: 'away' });
    expect(entry).toMatchObject({ isEndUnseen: true, endedAt: START + 1_000 });
    expect(entry).not.toHaveProperty('seconds');
  });

  it('has one entry for a call that seemed to end and then continued', () => {
    const resumed = { ...call('established'), resumed: true };
    const ended = { ...call('ended'), end: 'seen', seconds: 3 };
    const [going, ...others] = fold(call('established'), ended, resumed);
    expect(others).toEqual([]);
    expect(going).toMatchObject({ at: START, wasAnswered: true });
    expect(going).not.toHaveProperty('endedAt');
    expect(going).not.toHaveProperty('seconds');
    const over = fold(call('established'), ended, resumed, { ...ended, seconds: 9 });
    expect(over).toMatchObject([{ endedAt: START + 3_000, seconds: 9 }]);
  });

  it('treats a call with the ID of an ended one as another call', () => {
    const entries = fold(call('established'), call('ended'), call('ended'), call('ringing', ['B']));
    expect(entries).toMatchObject([
      { at: START, endedAt: START + 1_000, parties: ['**001'] },
      { at: START + 3_000, parties: ['B'], wasAnswered: false },
    ]);
  });

  it('has no entry for a call of which only the end is left', () => {
    expect(fold(call('ended'))).toEqual([]);
  });

  it('has a command once, with its start and outcome', () => {
    const command = { kind: 'command', id: '1', action: 'add-participant', target: '**002' };
    const failure = { reason: 'refused', detail: 'no device' };
    const entries = fold(
      { ...command, outcome: 'sent' },
      { kind: 'command', id: '2', action: 'mute', outcome: 'failed', ...failure },
      { ...command, outcome: 'unknown', reason: 'no-answer' },
      { ...command, outcome: 'confirmed' },
    );
    expect(entries).toEqual([
      {
        kind: 'command',
        at: START,
        action: 'add-participant',
        outcome: 'confirmed',
        target: '**002',
      },
      {
        kind: 'command',
        at: START + 1_000,
        action: 'mute',
        outcome: 'failed',
        reason: 'refused: no device',
      },
    ]);
  });

  it('has joins and leaves', () => {
    const change = { kind: 'participants', id: 'genesys:a', joined: ['Ada'], left: [] };
    expect(fold(change)).toEqual([
      { kind: 'roster', at: START, callId: 'genesys:a', joined: ['Ada'], left: [] },
    ]);
  });

  it.each([
    { kind: 'connection', vendor: 'genesys', state: 'connected' },
    { kind: 'command', id: '1', action: 'of-another-version', outcome: 'sent' },
    { ...call('ringing'), participants: 'nobody' },
    { ...call('ringing'), t: 'yesterday' },
  ])('skips other lines: %j', (line) => {
    expect(fold(line)).toEqual([]);
  });
});
