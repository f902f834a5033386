import { beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../contract/result';
import { telephoneCall } from '../../support/calls';
import {
  NO_ANSWER,
  NOT_FOUND,
  recording,
  SETTLED_MS,
  setUpRecordings,
} from '../../support/recordings-harness';

let app: ReturnType<typeof setUpRecordings>;
beforeEach(() => {
  app = setUpRecordings();
});

describe('a recording marked for deletion', () => {
  const ongoing = recording('r-1', { isOngoing: true });

  beforeEach(async () => {
    app.recorder.answer = { kind: 'done', value: 'marked-for-deletion' };
    await app.lookUp(ongoing);
    await app.perform('delete-call');
  });

  it('is shown on the call until it ends, and is not fetched before', async () => {
    await app.pass(10 * 60_000);
    expect(app.call()).toMatchObject({ state: 'established', deletion: 'marked-for-deletion' });
    expect(app.reads).toEqual([]);
  });

  it('is reported as deleted if it is gone after the end', async () => {
    await app.end();
    expect(app.call().deletion).toBe('marked-for-deletion');
    await app.pass(3_000);
    expect(app.reads).toEqual(['r-1']);
    expect(app.call().deletion).toBe('deleted');
    await app.pass(SETTLED_MS);
    expect(app.reads).toHaveLength(1);
  });

  it('is reported as still there if it is not gone after a while', async () => {
    app.recorder.current = succeed(recording('r-1'));
    await app.end();
    await app.pass(SETTLED_MS - 1_000);
    expect(app.call().deletion).toBe('marked-for-deletion');
    await app.pass(1_000);
    expect(app.call().deletion).toBe('still-there');
    expect(app.reads).toHaveLength(3);
    expect(app.canLookUp()).toBe(true);
  });

  it('says nothing about a call that comes back under the same id', async () => {
    await app.end();
    app.store.apply({ kind: 'call-fetched', call: telephoneCall('a', { state: 'ringing' }) });
    app.store.apply({ kind: 'call-fetched', call: telephoneCall('a') });
    await app.pass(SETTLED_MS);
    expect(app.call()).toMatchObject({ state: 'established' });
    expect(app.call().deletion).toBeUndefined();
    expect(app.canLookUp()).toBe(true);
  });

  it('is reported as deleted if it is gone a while after the end', async () => {
    app.recorder.current = succeed(recording('r-1'));
    await app.end();
    await app.pass(5_000);
    app.recorder.current = NOT_FOUND;
    await app.pass(8_000);
    expect(app.call().deletion).toBe('deleted');
  });

  it.each([
    ['no fetch is answered', fail({ code: 'no-answer' } as const)],
    ['it goes on after the call', succeed(ongoing)],
  ])('stays marked while %s', async (_name, current) => {
    app.recorder.current = current;
    await app.end();
    await app.pass(SETTLED_MS);
    expect(app.call().deletion).toBe('marked-for-deletion');
  });

  it('is not deleted a second time', async () => {
    app.recorder.current = succeed(recording('r-1'));
    await app.end();
    await app.pass(SETTLED_MS);
    expect(app.sent).toHaveLength(1);
  });

  it('is no longer polled after stopping', async () => {
    await app.end();
    app.recordings.dispose();
    await app.pass(SETTLED_MS);
    expect(app.reads).toEqual([]);
  });

  it('is not fetched again after a request that was pending when it stopped', async () => {
    app.recorder.current = fail({ code: 'no-answer' } as const);
    await app.end();
    app.clock.advance(3_000);
    app.recordings.dispose();
    await app.pass(SETTLED_MS);
    expect(app.reads).toHaveLength(1);
  });

  it('is no longer waited for after stopping', async () => {
    app.recordings.dispose();
    await app.end();
    await app.pass(SETTLED_MS);
    expect(app.reads).toEqual([]);
  });
});

describe('the deletion of a recording that could not be looked up', () => {
  beforeEach(async () => {
    app.recorder.answer = { kind: 'done', value: 'deleted' };
    await app.lookUp();
  });

  it('only marks it during the call, and is checked with the match rule afterward', async () => {
    await app.perform('delete-call');
    expect(app.call().deletion).toBe('marked-for-deletion');
    expect(app.command()).toMatchObject({ deletion: 'marked-for-deletion' });
    app.recorder.found = succeed([recording('r-1')]);
    await app.end();
    await app.pass(3_000);
    expect(app.call().deletion).toBe('marked-for-deletion');
    app.recorder.found = NOT_FOUND;
    await app.pass(10_000);
    expect(app.call().deletion).toBe('deleted');
  });

  it('is done at once if the call has ended', async () => {
    await app.end();
    await app.perform('delete-call');
    expect(app.call().deletion).toBe('deleted');
  });
});

describe('a deletion without an answer', () => {
  beforeEach(() => {
    app.recorder.answer = NO_ANSWER;
  });

  it('was done if the recording is gone', async () => {
    await app.lookUp(recording('r-1'));
    await app.perform('delete-call');
    expect(app.command()).toMatchObject({ outcome: 'unknown', error: { code: 'no-answer' } });
    await app.pass(3_000);
    expect(app.command()).toMatchObject({ outcome: 'confirmed', deletion: 'deleted' });
    expect(app.call().deletion).toBe('deleted');
    expect(app.sent).toHaveLength(1);
  });

  it('was not done if the recording is there after a while, and is not sent again', async () => {
    app.recorder.current = succeed(recording('r-1'));
    await app.lookUp(recording('r-1'));
    await app.perform('delete-call');
    await app.pass(SETTLED_MS - 1_000);
    expect(app.command()).toMatchObject({ outcome: 'unknown' });
    await app.pass(1_000);
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { code: 'not-done' } });
    expect(app.call().deletion).toBeUndefined();
    expect(app.sent).toHaveLength(1);
  });

  it('stays unknown if no fetch is answered', async () => {
    app.recorder.current = fail({ code: 'no-answer' });
    await app.lookUp(recording('r-1'));
    await app.perform('delete-call');
    await app.pass(SETTLED_MS);
    expect(app.command()).toMatchObject({ outcome: 'unknown' });
  });

  it('stays unknown for a recording that was not looked up before', async () => {
    await app.perform('delete-call');
    await app.pass(SETTLED_MS);
    expect(app.command()).toMatchObject({ outcome: 'unknown' });
    expect(app.reads).toEqual([]);
  });

  it.each([
    ['gone', NOT_FOUND, { outcome: 'confirmed', deletion: 'deleted' }, 'deleted'],
    [
      'there',
      succeed(recording('r-1')),
      { outcome: 'failed', error: { code: 'not-done' } },
      'still-there',
    ],
  ] as const)(
    'of an ongoing call is settled after its end, depending on whether it is %s',
    async (_name, current, command, deletion) => {
      app.recorder.current = succeed(recording('r-1', { isOngoing: true }));
      await app.lookUp(recording('r-1', { isOngoing: true }));
      await app.perform('delete-call');
      await app.pass(SETTLED_MS);
      expect(app.command()).toMatchObject({ outcome: 'unknown' });
      expect(app.call().deletion).toBeUndefined();
      app.recorder.current = current;
      await app.end();
      await app.pass(current === NOT_FOUND ? 3_000 : SETTLED_MS);
      expect(app.command()).toMatchObject(command);
      expect(app.call().deletion).toBe(deletion);
    },
  );
});

describe('a deletion without an answer that stops the recording first', () => {
  const ongoing = recording('r-1', { isOngoing: true, isStoppedFirst: true });

  beforeEach(async () => {
    app.recorder.answer = NO_ANSWER;
    app.recorder.current = succeed(ongoing);
    await app.lookUp(ongoing);
    await app.perform('delete-call');
  });

  it('was done if the recording is gone during the call', async () => {
    app.recorder.current = NOT_FOUND;
    await app.pass(3_000);
    expect(app.command()).toMatchObject({ outcome: 'confirmed', deletion: 'deleted' });
    expect(app.call()).toMatchObject({ state: 'established', deletion: 'deleted' });
  });

  it.each([
    ['goes on', ongoing, 'not-done'],
    ['was only stopped', recording('r-1'), 'only-stopped'],
  ])('was not done if the recording %s', async (_name, current, code) => {
    app.recorder.current = succeed(current);
    await app.pass(SETTLED_MS);
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { code } });
    expect(app.call().deletion).toBeUndefined();
    expect(app.sent).toHaveLength(1);
  });
});

describe('keeping without an answer', () => {
  beforeEach(async () => {
    app.recorder.answer = NO_ANSWER;
    await app.lookUp(recording('r-1'));
  });

  it.each([
    ['keep-recording', true, { outcome: 'confirmed' }],
    ['keep-recording', false, { outcome: 'failed', error: { code: 'not-done' } }],
    ['unkeep-recording', false, { outcome: 'confirmed' }],
    ['unkeep-recording', true, { outcome: 'failed', error: { code: 'not-done' } }],
  ] as const)('%s of one that is kept (%s) is %o', async (operation, isKept, command) => {
    app.recorder.current = succeed(recording('r-1', { isKept }));
    await app.perform(operation);
    expect(app.command()).toMatchObject({ outcome: 'unknown' });
    await app.pass(command.outcome === 'confirmed' ? 3_000 : SETTLED_MS);
    expect(app.command()).toMatchObject(command);
  });

  it('stays unknown if the recorder does not report it', async () => {
    app.recorder.current = succeed(recording('r-1'));
    await app.perform('keep-recording');
    await app.pass(SETTLED_MS);
    expect(app.command()).toMatchObject({ outcome: 'unknown' });
  });

  it('stays unknown for a recording that is gone', async () => {
    await app.perform('keep-recording');
    await app.pass(SETTLED_MS);
    expect(app.command()).toMatchObject({ outcome: 'unknown' });
  });
});

it.each(['pause-recorder', 'resume-recorder'] as const)(
  '%s without an answer stays unknown, because no fetch shows it',
  async (operation) => {
    app.recorder.answer = NO_ANSWER;
    await app.lookUp(recording('r-1', { isOngoing: true }));
    await app.perform(operation);
    await app.pass(SETTLED_MS);
    expect(app.command()).toMatchObject({ outcome: 'unknown' });
    expect(app.reads).toEqual([]);
  },
);
