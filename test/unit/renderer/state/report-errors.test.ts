import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_REPORTED_ERROR } from '../../../../contract/reported-error';
import { succeed } from '../../../../contract/result';
import { reportErrors } from '../../../../renderer/state/report-errors';

let page: EventTarget;
let reported: string[];

beforeEach(() => {
  page = new EventTarget();
  reported = [];
  vi.stubGlobal('window', page);
  reportErrors({
    reportError: ({ text }) => {
      reported.push(text);
      return Promise.resolve(succeed(null));
    },
  });
});

afterEach(() => void vi.unstubAllGlobals());

function raise(type: string, fields: object): void {
  page.dispatchEvent(Object.assign(new Event(type), fields));
}

function fail(text: string): void {
  raise('error', { error: text, message: '' });
}

describe('an unexpected error in the page', () => {
  it('is reported with its stack', () => {
    const error = new Error('a bug');
    raise('error', { error, message: 'Uncaught Error: a bug' });
    expect(reported).toEqual([error.stack]);
  });

  it('is reported if a promise is rejected, whatever with', () => {
    raise('unhandledrejection', { reason: 'no answer' });
    raise('unhandledrejection', { reason: undefined });
    expect(reported).toEqual(['no answer', 'undefined']);
  });

  it('of another origin has only a message', () => {
    raise('error', { error: undefined, message: 'Script error.' });
    expect(reported).toEqual(['Script error.']);
  });

  it('is not the notice that an observer takes another frame', () => {
    raise('error', { error: null, message: 'ResizeObserver loop completed' });
    expect(reported).toEqual([]);
  });

  it('is reported once, and is cut to what the main process accepts', () => {
    const long = 'x'.repeat(MAX_REPORTED_ERROR + 1);
    fail(long);
    fail(long);
    expect(reported).toEqual(['x'.repeat(MAX_REPORTED_ERROR)]);
  });

  it('is not reported endlessly if its text keeps changing', () => {
    for (let count = 0; count < 1_000; count += 1) fail(String(count));
    expect(reported.length).toBeLessThan(100);
  });
});
