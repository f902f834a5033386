import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HistoryDays } from '../../../contract/history-choices';
import { fail, succeed, type Result } from '../../../contract/result';
import { createHistory, type History } from '../../../main/journal/history';
import type { Journal } from '../../../main/journal/journal';
import { createMemoryJournal } from '../../../main/journal/memory-journal';
import { eventually } from '../../support/eventually';
import { createManualClock } from '../../support/manual-clock';
import { testInFolder } from '../../support/temporary-folder';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;

function setUp(keepDays: HistoryDays = 30, journal: Journal = createMemoryJournal()) {
  const clock = createManualClock();
  const saved: HistoryDays[] = [];
  const problems: string[] = [];
  let reads = 0;
  let findName: (number: string) => string | undefined = () => undefined;
  const ongoing = new Set<string>();
  let answerToSaving: Result<null> = succeed(null);
  const history = createHistory({
    journal: {
      ...journal,
      get edition() {
        return journal.edition;
      },
      read: (from, take) => {
        reads += 1;
        return journal.read(from, take);
      },
    },
    file: '/data/journal.jsonl',
    clock,
    keepDays,
    hostedLines: ['talkspace'],
    isOngoing: (callId) => ongoing.has(callId),
    readNames: () => Promise.resolve(findName),
    saveKeepDays: (days) => {
      saved.push(days);
      return Promise.resolve(answerToSaving);
    },
    onProblem: (problem) => problems.push(problem),
  });

  function write(line: Record<string, unknown>, daysAgo = 0): void {
    const t = new Date(clock.now() - daysAgo * DAY).toISOString();
    journal.write(JSON.stringify({ t, kind: 'call', ...line }));
  }

  return {
    clock,
    history,
    ongoing,
    saved,
    problems,
    write,
    reads: () => reads,
    writeCall: (name: string, daysAgo = 0) =>
      write(
        { id: `genesys:${name}`, line: 'genesys', state: 'established', participants: [name] },
        daysAgo,
      ),
    useContacts: (contacts: Record<string, string>) => {
      findName = (number) => contacts[number];
    },
    refuseSaving: () => {
      answerToSaving = fail({ code: 'internal', detail: 'the disk is full' });
    },
  };
}

/** The names in the found calls, newest first. */
async function names(history: History, text = ''): Promise<string[]> {
  const page = await history.search({ text, limit: 1_000 });
  if (!page.ok) throw new Error(page.error.detail);
  return page.value.entries.flatMap((entry) => (entry.kind === 'call' ? entry.parties : []));
}

describe('the history', () => {
  it('lists the newest entries first, with the total number and how long they are kept', async () => {
    const { history, writeCall } = setUp();
    for (const name of ['Ada', 'Grace', 'Ada B']) writeCall(name);
    expect(await history.search({ text: 'ada', limit: 1 })).toMatchObject({
      ok: true,
      value: { entries: [{ parties: ['Ada B'] }], total: 2, keepDays: 30 },
    });
  });

  it('reads nothing until requested, then only new lines, and frees them in the end', async () => {
    const { history, writeCall, write, clock, reads } = setUp();
    writeCall('Ada');
    expect(reads()).toBe(0);
    expect(await names(history)).toEqual(['Ada']);
    write({ id: 'genesys:Ada', line: 'genesys', state: 'ended', participants: ['Grace'] });
    expect(await names(history)).toEqual(['Ada', 'Grace']);
    expect(clock.pending()).toHaveLength(1);
    clock.advance(60_000);
    expect(clock.pending()).toEqual([]);
    expect(await names(history)).toEqual(['Ada', 'Grace']);
  });

  it('gives simultaneous requests the same answer', async () => {
    const { history, writeCall } = setUp();
    writeCall('Ada');
    const answers = await Promise.all([names(history), names(history, 'a'), names(history)]);
    expect(answers).toEqual([['Ada'], ['Ada'], ['Ada']]);
  });

  it('shows the current names of contacts, and finds entries by these', async () => {
    const { history, writeCall, write, useContacts } = setUp();
    writeCall('15001');
    write({ id: 'genesys:b', line: 'genesys', state: 'established', participants: ['15001', '7'] });
    write({ kind: 'participants', id: 'genesys:b', joined: ['15001'], left: [] });
    write({ kind: 'command', id: 'c', action: 'dial', outcome: 'sent', target: '15001' });
    write({ kind: 'command', id: 'd', action: 'send-tones', outcome: 'sent', target: '15001' });
    const find = async () => {
      const page = await history.search({ text: 'marsh', limit: 10 });
      return page.ok ? page.value.entries : [];
    };
    expect(await find()).toEqual([]);
    useContacts({ '15001': 'Ada Marsh' });
    expect(await find()).toMatchObject([
      { kind: 'command', action: 'dial', target: 'Ada Marsh (15001)' },
      { kind: 'roster', joined: ['Ada Marsh (15001)'] },
      { kind: 'call', parties: ['Ada Marsh (15001)', '7'] },
      { kind: 'call', parties: ['15001'], caller: 'Ada Marsh' },
    ]);
    useContacts({ '15001': 'Grace' });
    expect(await find()).toEqual([]);
  });

  it('removes old entries at the start and every day', async () => {
    const { history, writeCall, clock } = setUp(7);
    writeCall('old', 8);
    writeCall('young', 6.5);
    writeCall('new');
    history.start();
    expect(await names(history)).toEqual(['new', 'young']);
    clock.advance(DAY);
    expect(await names(history)).toEqual(['new']);
    clock.advance(5 * DAY);
    expect(await names(history)).toEqual(['new']);
    clock.advance(2 * DAY);
    expect(await names(history)).toEqual([]);
    await history.dispose();
    expect(clock.pending()).toEqual([]);
  });

  it('keeps everything while the clock is wrong, also in later sessions and after it was corrected', async () => {
    const journal = createMemoryJournal();
    const { writeCall, clock, history } = setUp(7, journal);
    writeCall('older', 4);
    writeCall('newer', 1);
    clock.set(400 * DAY);
    history.start();
    clock.advance(2 * HOUR);
    writeCall('from the future');
    expect(await names(history)).toEqual(['from the future', 'newer', 'older']);
    await history.dispose();
    const next = setUp(7, journal);
    next.clock.set(400 * DAY + 3 * HOUR);
    next.history.start();
    next.clock.advance(DAY);
    expect(await names(next.history)).toEqual(['from the future', 'newer', 'older']);
    next.clock.set(-400 * DAY);
    next.clock.advance(DAY);
    expect(await names(next.history)).toEqual(['from the future', 'newer', 'older']);
    next.clock.advance(DAY);
    expect(await names(next.history)).toEqual(['from the future', 'newer']);
  });

  it('removes what is from before an absence when the agent has been back long enough', async () => {
    const { history, writeCall, clock } = setUp(7);
    writeCall('before', 60);
    history.start();
    writeCall('after');
    expect(await names(history)).toEqual(['after', 'before']);
    clock.advance(6 * DAY);
    writeCall('later');
    expect(await names(history)).toEqual(['later', 'after', 'before']);
    clock.advance(2 * DAY);
    expect(await names(history)).toEqual(['later']);
  });

  it('removes old entries even after a line with a wrong clock', async () => {
    const { history, writeCall } = setUp(7);
    writeCall('from the future', -400);
    writeCall('old', 8);
    writeCall('young', 2);
    history.start();
    expect(await names(history)).toEqual(['young', 'from the future']);
  });

  it('is kept as long as the agent chooses, at once and in the next run', async () => {
    const { history, writeCall, saved } = setUp(30);
    writeCall('old', 8);
    writeCall('new');
    expect(await history.keepFor(7)).toEqual({ ok: true, value: null });
    expect(saved).toEqual([7]);
    expect(await names(history)).toEqual(['new']);
    expect(await history.search({ text: '', limit: 1 })).toMatchObject({ value: { keepDays: 7 } });
  });

  it('changes nothing if the choice cannot be saved', async () => {
    const { history, writeCall, refuseSaving } = setUp(30);
    refuseSaving();
    writeCall('old', 8);
    expect(await history.keepFor(7)).toMatchObject({ ok: false });
    expect(await names(history)).toEqual(['old']);
    expect(await history.search({ text: '', limit: 1 })).toMatchObject({ value: { keepDays: 30 } });
  });

  it('is cleared except for the last line about an open TalkSpace', async () => {
    const { history, writeCall, write } = setUp();
    const talkSpace = (id: string, state: string, name: string, daysAgo: number) =>
      write({ id: `talkspace:${id}`, line: 'talkspace', state, participants: [name] }, daysAgo);
    writeCall('Ada', 1);
    talkSpace('closed', 'Established', 'Grace', 1);
    talkSpace('open', 'Established', 'Zeno', 1);
    talkSpace('open', 'Established', 'Zoë', 0.5);
    talkSpace('closed', 'Ended', 'Grace', 0);
    expect(await history.clear()).toEqual({ ok: true, value: null });
    expect(await names(history)).toEqual(['Zoë']);
    writeCall('after');
    expect(await names(history)).toEqual(['after', 'Zoë']);
  });

  it('keeps a call that goes on, with what was noted about it', async () => {
    const { history, write, writeCall, ongoing } = setUp();
    const call = { id: 'genesys:now', line: 'genesys', participants: ['Grace'] };
    const conference = { id: 'conference:c', line: 'conference' };
    writeCall('before', 1);
    write({ ...conference, state: 'established', participants: ['Zeno'] }, 0.9);
    write({ ...conference, state: 'ended', participants: ['Zeno'] }, 0.8);
    write({ ...conference, state: 'established', participants: ['Zoë'] }, 0.7);
    write({ ...call, state: 'ringing', address: '15001', caller: 'Grace Hopper' }, 0.6);
    write({ kind: 'wrap-up', call: call.id, note: 'about a bug', outcome: '' }, 0.5);
    write({ ...call, state: 'ended', participants: [] }, 0.4);
    write({ ...call, state: 'established', resumed: true }, 0.3);
    ongoing.add(call.id).add(conference.id);
    expect(await history.clear()).toEqual({ ok: true, value: null });
    ongoing.delete(call.id);
    write({ ...call, state: 'ended', seconds: 90, end: 'seen' });
    const expected = [
      { parties: ['Grace'], caller: 'Grace Hopper', seconds: 90, wrapUp: { note: 'about a bug' } },
      { parties: ['Zoë'] },
    ];
    const found = await history.search({ text: '', limit: 10 });
    expect(found).toMatchObject({ value: { entries: expected } });
    // Once it has ended, it is removed like any other.
    await history.clear();
    expect(await names(history)).toEqual(['Zoë']);
  });

  it('never loses an open TalkSpace, however old it is', async () => {
    const { history, write } = setUp(1);
    write({ id: 'talkspace:t', line: 'talkspace', state: 'established', participants: ['Zoë'] }, 9);
    history.start();
    expect(await names(history)).toEqual(['Zoë']);
  });

  it('reports a full disk if the journal cannot be written', async () => {
    const full = Object.assign(new Error('write failed'), { code: 'ENOSPC' });
    const journal = { ...createMemoryJournal(), rewrite: () => Promise.reject(full) };
    const { history } = setUp(30, journal);
    expect(await history.clear()).toEqual({
      ok: false,
      error: { code: 'not-saved', detail: 'no space left on the disk that holds /data' },
    });
  });

  it('reports read and write errors, and continues', async () => {
    const journal = createMemoryJournal();
    const broken = { ...journal, read: () => Promise.reject(new Error('EIO')) };
    const { history, problems } = setUp(30, broken);
    const failure = {
      ok: false,
      error: { code: 'internal', detail: 'the journal cannot be read' },
    };
    expect(await history.search({ text: '', limit: 1 })).toEqual(failure);
    expect(await history.exportTo('unused', 'csv', '')).toEqual(failure);
    expect(await history.clear()).toMatchObject({ ok: false });
    history.start();
    await eventually(() => problems).toEqual(['/data/journal.jsonl cannot be written']);
  });

  testInFolder('is exported as filtered by the search text', async ({ folder }) => {
    const { history, writeCall } = setUp();
    for (const name of ['Ada', 'Grace', 'Ada B']) writeCall(name);
    const file = join(folder, 'history.json');
    expect(await history.exportTo(file, 'json', 'ada')).toEqual({ ok: true, value: null });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject([
      { parties: ['Ada B'] },
      { parties: ['Ada'] },
    ]);
  });
});

it('leaves no timer if it is disposed of while reading', async () => {
  const { history, writeCall, clock } = setUp();
  writeCall('first');
  const reading = history.search({ text: '', limit: 1 });
  await Promise.all([history.dispose(), reading]);
  expect(clock.pending()).toEqual([]);
});

it('changes nothing any more once it is disposed of', async () => {
  const { history, writeCall } = setUp();
  writeCall('Ada');
  const done: unknown[] = [];
  void history.clear().then(({ ok }) => done.push(ok));
  await history.dispose();
  expect(done).toEqual([true]);
  expect(await history.clear()).toEqual({ ok: false, error: { code: 'not-configured' } });
});

describe('the journal of a demo', () => {
  it('is limited in size, and so is the history', async () => {
    const { history, writeCall } = setUp();
    writeCall('first');
    expect(await names(history)).toEqual(['first']);
    for (let count = 0; count < 20_000; count += 1) writeCall(`number ${count}`);
    const found = await history.search({ text: '', limit: 1 });
    expect(found).toMatchObject({ value: { entries: [{ parties: ['number 19999'] }] } });
    expect(await names(history, 'first')).toEqual([]);
  });
});
