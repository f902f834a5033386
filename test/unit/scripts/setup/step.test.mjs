import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScriptError } from '../../../../scripts/setup/say.mjs';
import { runStep } from '../../../../scripts/setup/step.mjs';

/** Work that ends only when it is aborted. */
function endless(signal) {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new ScriptError('ended by a signal')));
  });
}

describe('a setup step', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function start(work) {
    const lines = [];
    const options = { limit: 30, remedy: 'Check the network.', report: (line) => lines.push(line) };
    const ended = runStep('Fetching', options, work);
    ended.catch(() => undefined);
    return { lines, ended };
  }

  it('is announced before it starts, and its result is printed', async () => {
    const { lines, ended } = start(() => Promise.resolve('done'));
    expect(lines).toEqual(['Fetching']);
    expect(await ended).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reports that it is still running', async () => {
    const { lines } = start(endless);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(lines).toEqual([
      'Fetching',
      '  Fetching: 10 s so far, at most 30 s',
      '  Fetching: 20 s so far, at most 30 s',
    ]);
  });

  it('is aborted at its time limit, with a remedy', async () => {
    const { ended } = start(endless);
    await vi.advanceTimersByTimeAsync(30_000);
    await expect(ended).rejects.toThrow('Fetching: timed out after 30 s. Check the network.');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that fails reports a remedy', async () => {
    const { ended } = start(() => Promise.reject(new ScriptError('npm ci failed')));
    await expect(ended).rejects.toThrow('npm ci failed\nCheck the network.');
  });
});
