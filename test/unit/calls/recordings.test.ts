import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../contract/result';
import { telephoneCall } from '../../support/calls';
import { CALL, recording, setUpRecordings, settle } from '../../support/recordings-harness';

let app: ReturnType<typeof setUpRecordings>;
beforeEach(() => {
  app = setUpRecordings();
});

describe('the recording of an operation', () => {
  it('is the only one that was found', async () => {
    await app.lookUp(recording('r-1'));
    await app.perform('keep-recording');
    expect(app.sent).toEqual([{ operation: 'keep-recording', recording: recording('r-1') }]);
    expect(app.command()).toMatchObject({ action: 'keep-recording', outcome: 'confirmed' });
  });

  it('is left to the match rule without a look-up', async () => {
    await app.perform('keep-recording');
    expect(app.sent).toEqual([{ operation: 'keep-recording', recording: undefined }]);
  });

  it.each([
    ['with ids', [recording('r-1'), recording('r-2')]],
    ['one of them without an id', [recording('r-1'), recording(undefined)]],
  ])('is none of several if none was chosen, %s', async (_name, found) => {
    await app.lookUp(...found);
    await app.perform('delete-call');
    expect(app.sent).toEqual([]);
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { code: 'ambiguous' } });
  });

  it('is the chosen one of several', async () => {
    await app.lookUp(recording('r-1'), recording('r-2'));
    await app.perform('delete-call', 'r-2');
    expect(app.sent).toEqual([{ operation: 'delete-call', recording: recording('r-2') }]);
  });

  it('is never one from an earlier look-up', async () => {
    await app.lookUp(recording('r-1'));
    await app.lookUp(recording('r-2'));
    await app.perform('delete-call', 'r-1');
    expect(app.sent).toEqual([]);
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { code: 'not-found' } });
  });

  it('is never one of the call before under the same id', async () => {
    await app.lookUp(recording('r-1'));
    await app.end();
    app.store.apply({ kind: 'call-fetched', call: telephoneCall('a', { state: 'ringing' }) });
    app.store.apply({ kind: 'call-fetched', call: telephoneCall('a') });
    await app.perform('delete-call', 'r-1');
    expect(app.sent).toEqual([]);
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { code: 'not-found' } });
    await app.perform('delete-call');
    expect(app.sent).toEqual([{ operation: 'delete-call', recording: undefined }]);
  });

  it('is never one from before a look-up that failed', async () => {
    await app.lookUp(recording('r-1'));
    await app.lookUp();
    await app.perform('delete-call', 'r-1');
    expect(app.sent).toEqual([]);
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { code: 'not-found' } });
  });
});

describe('calls without recordings to look up', () => {
  it('include an unknown call', async () => {
    expect(await app.recordings.lookUp('genesys:b')).toEqual(fail({ code: 'gone' }));
    app.recordings.perform('genesys:b', 'delete-call');
    await settle();
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { code: 'gone' } });
  });

  it('are all calls if there is no recorder', async () => {
    app = setUpRecordings(false);
    expect(app.canLookUp()).toBe(false);
    expect(await app.recordings.lookUp(CALL)).toMatchObject({ error: { code: 'not-configured' } });
    await app.perform('delete-call');
    expect(app.command()).toMatchObject({ error: { code: 'not-configured' } });
  });

  it('include an unanswered call, and one without the key of the match rule', () => {
    expect(app.canLookUp()).toBe(true);
    const ringing = telephoneCall('b', { state: 'ringing' });
    const keyless = telephoneCall('c', { recordingKeys: {} });
    for (const call of [ringing, keyless]) app.store.apply({ kind: 'call-seen', call });
    const { known } = app.store.getState().calls;
    expect(app.recordings.canLookUp(known.get('genesys:b')!)).toBe(false);
    expect(app.recordings.canLookUp(known.get('genesys:c')!)).toBe(false);
  });
});

describe('a deletion', () => {
  it('is shown on the call, whose recording then offers no more actions', async () => {
    app.recorder.answer = { kind: 'done', value: 'deleted' };
    await app.lookUp(recording('r-1'));
    await app.perform('delete-call');
    expect(app.call().deletion).toBe('deleted');
    expect(app.command()).toMatchObject({ outcome: 'confirmed', deletion: 'deleted' });
    expect(app.canLookUp()).toBe(false);
  });

  it('of one of several leaves the others available', async () => {
    app.recorder.answer = { kind: 'done', value: 'deleted' };
    await app.lookUp(recording('r-1'), recording('r-2'));
    await app.perform('delete-call', 'r-1');
    expect(app.call().deletion).toBe('deleted');
    expect(app.canLookUp()).toBe(true);
  });

  it('that is refused does not change the call', async () => {
    app.recorder.answer = { kind: 'failed', error: { code: 'refused', detail: 'Protected' } };
    await app.lookUp(recording('r-1'));
    await app.perform('delete-call');
    expect(app.call().deletion).toBeUndefined();
    expect(app.command()).toMatchObject({ outcome: 'failed', error: { detail: 'Protected' } });
  });
});
