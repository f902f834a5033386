import { describe, expect, it } from 'vitest';
import { REMOTE_SWITCHES } from '../../../../main/app/flags';
import { planFlags, planSteps, startsClock, wantsDemo } from '../../../../scripts/demo/plan.mjs';

describe('wantsDemo', () => {
  it.each([
    [[]],
    [['--trace', '-']],
    [['--demo']],
    [['--user-data-dir=/data']],
    [['--trace', 'tel.jsonl']],
  ])('is true with %j', (flags) => expect(wantsDemo(flags)).toBe(true));

  it.each([
    [['--profile', 'my.json']],
    [['--profile=my.json']],
    [['--smoke']],
    [['--version']],
    [['--help']],
    [['--import-profile', 'my.json']],
    ...Object.keys(REMOTE_SWITCHES).map((name) => [[`--${name}`]]),
    [['--dial', '15501']],
    [['tel:15501']],
    [['--user-data-dir=/data', '--', 'Sidetone:show']],
  ])('is false with %j', (flags) => expect(wantsDemo(flags)).toBe(false));
});

describe('planFlags', () => {
  const defaults = { traceFile: '/out/trace.jsonl', dataFolder: '/tmp/data' };

  it('keeps the demo’s state separate and traces to a file', () => {
    expect(planFlags([], defaults)).toEqual({
      flags: ['--user-data-dir=/tmp/data', '--demo', '--trace', '/out/trace.jsonl'],
      traceFile: '/out/trace.jsonl',
    });
  });

  it('traces to the user’s own file', () => {
    expect(planFlags(['--trace', 'mine.jsonl', '--demo'], defaults)).toEqual({
      flags: ['--demo', '--user-data-dir=/tmp/data', '--trace', 'mine.jsonl'],
      traceFile: 'mine.jsonl',
    });
    expect(planFlags(['--trace=mine.jsonl'], defaults).traceFile).toBe('mine.jsonl');
  });

  it('uses standard output for the trace, and keeps all other flags', () => {
    const { flags, traceFile } = planFlags(['--trace', '-', '--user-data-dir=/mine'], defaults);
    expect(traceFile).toBe('/out/trace.jsonl');
    expect(flags).toEqual(['--user-data-dir=/mine', '--demo', '--trace', '/out/trace.jsonl']);
  });
});

it('plans the user’s steps in chronological order, without the vendors’', () => {
  const mute = { at: 20, press: { name: 'Mute' } };
  const picture = { at: 5, screenshot: 'ringing' };
  const steps = [mute, { at: 1, do: 'genesys.arrive', call: 'a' }, picture];
  expect(planSteps({ steps })).toEqual([picture, mute]);
});

it('starts the clock when Genesys is connected', () => {
  const line = (fields) => JSON.stringify({ t: '2026-01-01T00:00:00.000Z', ...fields });
  const connected = { kind: 'connection', vendor: 'genesys', state: 'connected' };
  expect(startsClock(line(connected))).toBe(true);
  expect(startsClock(line({ ...connected, state: 'connecting' }))).toBe(false);
  expect(startsClock(line({ ...connected, vendor: 'verba' }))).toBe(false);
});
