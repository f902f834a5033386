import { describe, expect, it } from 'vitest';
import { actions, no, lookUpRecording, setUpVerba, xml } from '../../support/verba-harness';

const KEYS = { callUuid: 'uuid-1' };
const BY_EXTENSION = { match: { by: 'extension', from: 'agentExtension' } } as const;
const EXTENSION_KEYS = { agentExtension: '8856' };

const { simulate, simulateOne, stub } = setUpVerba();

describe('deleting a recording', () => {
  it('that was chosen among several sends its ID, in the URL of a POST', async () => {
    const { port, simulator } = await simulateOne(true);
    const answer = await port.perform('delete-call', KEYS, await lookUpRecording(port, KEYS), true);
    expect(answer).toEqual({ kind: 'done', value: 'deleted' });
    expect(simulator.verba.recordings()).toEqual([]);
    const request = simulator.requests().at(-1)!;
    expect(request).toMatchObject({ method: 'POST', query: { callID: 'id-1' }, body: undefined });
    expect(Object.keys(request.query)).toEqual([
      'action',
      'apiKey',
      'token',
      'responseType',
      'callID',
    ]);
  });

  it.each(['platformCallID', 'nativeID', 'meetingID'] as const)(
    'that is the only match of the rule sends its %s',
    async (by) => {
      const { port, simulator } = await simulateOne(true, { match: { by, from: 'callUuid' } });
      const seen = await lookUpRecording(port, KEYS);
      const answer = await port.perform('delete-call', KEYS, seen, false);
      expect(answer).toEqual({ kind: 'done', value: 'deleted' });
      expect(simulator.requests().at(-1)?.query).toMatchObject({ [by]: 'uuid-1' });
      expect(simulator.verba.recordings()).toEqual([]);
    },
  );

  it.each(['delete-call', 'keep-recording', 'pause-recorder'] as const)(
    'by extension is never done without a look-up, nor is anything else: %s',
    async (operation) => {
      const { port, simulator, recording } = await simulateOne(false, BY_EXTENSION);
      expect(await port.perform(operation, EXTENSION_KEYS, undefined, false)).toMatchObject({
        kind: 'failed',
        error: { code: 'not-found' },
      });
      expect(actions(simulator)).toEqual([]);
      expect(recording()).toMatchObject({
        isKept: false,
        muted: 'none',
        isMarkedForDeletion: false,
      });
    },
  );

  it('by extension deletes the recording that was looked up, even if another call came later', async () => {
    const { port, simulator } = await simulateOne(false, BY_EXTENSION);
    const seen = await lookUpRecording(port, EXTENSION_KEYS);
    simulator.verba.finish('id-1');
    const later = simulator.verba.add({ caller: '2', called: '8856' });
    await port.perform('delete-call', EXTENSION_KEYS, seen, false);
    expect(simulator.requests().at(-1)?.query).toMatchObject({ callID: 'id-1' });
    expect(simulator.verba.recordings().map(({ callId }) => callId)).toEqual([later.callId]);
  });

  it('by extension sends the number and status if the recorder returned no ID', async () => {
    const { port, simulator } = await simulateOne(true, BY_EXTENSION);
    const seen = { caller: '1', called: '8856', startTime: '', isOngoing: false, operations: [] };
    expect(await port.perform('delete-call', EXTENSION_KEYS, seen, false)).toMatchObject({
      kind: 'done',
    });
    expect(simulator.requests().at(-1)?.query).toMatchObject({
      extension: '8856',
      status: 'ongoing,last',
    });
  });

  it('of an ongoing call marks it, and takes effect at its end', async () => {
    const { port, simulator, recording } = await simulateOne(false);
    const seen = await lookUpRecording(port, KEYS);
    expect(await port.perform('delete-call', KEYS, seen, false)).toEqual({
      kind: 'done',
      value: 'marked-for-deletion',
    });
    expect(recording()).toMatchObject({ isMarkedForDeletion: true });
    expect(await port.fetch('id-1')).toMatchObject({ ok: true });
    simulator.verba.finish('id-1');
    expect(await port.fetch('id-1')).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is refused with the recorder’s message', async () => {
    const { port } = await simulate();
    expect(
      await port.perform('delete-call', { callUuid: 'unknown' }, undefined, false),
    ).toMatchObject({
      kind: 'failed',
      error: { code: 'not-found', detail: 'Unable to delete the call. Call cannot be found.' },
    });
    expect(await port.perform('delete-call', {}, undefined, false)).toMatchObject({
      kind: 'failed',
    });
  });
});

describe('keeping a recording', () => {
  it('marks it so that it cannot be deleted, and unmarks it', async () => {
    const { port, recording, simulator } = await simulateOne(true);
    const seen = await lookUpRecording(port, KEYS);
    expect(await port.perform('keep-recording', KEYS, seen, false)).toEqual({
      kind: 'done',
      value: null,
    });
    expect(recording()).toMatchObject({ isKept: true });
    expect(await lookUpRecording(port, KEYS)).toMatchObject({ isKept: true });
    expect(await port.perform('delete-call', KEYS, seen, false)).toMatchObject({
      kind: 'failed',
      error: { code: 'refused', detail: expect.stringContaining('kept') as string },
    });
    await port.perform('unkeep-recording', KEYS, seen, false);
    expect(recording()).toMatchObject({ isKept: false });
    expect(actions(simulator).filter((action) => action === 'POST KeepCall')).toHaveLength(2);
  });
});

describe('pausing a recording', () => {
  it('mutes both channels during the call, and resumes them', async () => {
    const { port, recording } = await simulateOne(false);
    const seen = await lookUpRecording(port, KEYS);
    expect(await port.perform('pause-recorder', KEYS, seen, false)).toEqual({
      kind: 'done',
      value: null,
    });
    expect(recording()).toMatchObject({ muted: 'both' });
    await port.perform('resume-recorder', KEYS, seen, false);
    expect(recording()).toMatchObject({ muted: 'none' });
  });

  it.each(['pause-recorder', 'resume-recorder'] as const)(
    'is not requested after the end: %s',
    async (operation) => {
      const { port, simulator } = await simulateOne(true);
      expect(await port.perform(operation, KEYS, await lookUpRecording(port, KEYS), false)).toEqual(
        {
          kind: 'failed',
          error: { code: 'gone', vendor: 'verba' },
        },
      );
      expect(actions(simulator)).not.toContain('POST MuteRecording');
    },
  );

  it('is refused with the recorder’s message if the call has ended since', async () => {
    const { port, simulator } = await simulateOne(false);
    const seen = await lookUpRecording(port, KEYS);
    simulator.verba.finish('id-1');
    expect(await port.perform('pause-recorder', KEYS, seen, false)).toMatchObject({
      kind: 'failed',
      error: { code: 'refused', detail: expect.stringContaining('not ongoing') as string },
    });
  });
});

describe('keeping or pausing a recording that was not looked up', () => {
  it.each([
    ['keep-recording', 'KeepCall', { callID: 'id-1' }],
    ['unkeep-recording', 'KeepCall', { callID: 'id-1', unmark: '1' }],
    ['pause-recorder', 'MuteRecording', { callID: 'id-1', mute: '3' }],
    ['resume-recorder', 'MuteRecording', { callID: 'id-1', mute: '0' }],
  ] as const)('looks it up first: %s', async (operation, action, query) => {
    const { port, simulator } = await simulateOne(false);
    await port.perform(operation, KEYS, undefined, false);
    expect(actions(simulator).slice(1)).toEqual(['GET GetCallInformation', `POST ${action}`]);
    expect(simulator.requests().at(-1)?.query).toMatchObject(query);
  });

  it.each([
    ['it does not exist', { body: no('Call cannot be found.') }, 'not-found'],
    ['there are several', xml('calls'), 'ambiguous'],
    ['the answer has no recording', xml('call-id'), 'not-found'],
    [
      'it has no ID',
      {
        body: '<VerbaApi><Response code="0"><verbacdr state="0"><start_time>x</start_time></verbacdr></Response></VerbaApi>',
      },
      'not-found',
    ],
    ['no answer arrived', undefined, 'no-answer'],
  ] as const)('is refused, and nothing is sent, when %s', async (_name, reply, code) => {
    const { port, server } = await stub(() => reply);
    expect(await port.perform('keep-recording', KEYS, undefined, false)).toMatchObject({
      kind: 'failed',
      error: { code },
    });
    expect(server.requests.map(({ method }) => method)).not.toContain('POST');
  });

  it('is refused if the call lacks the key', async () => {
    const { port } = await simulateOne(false);
    expect(await port.perform('pause-recorder', {}, undefined, false)).toMatchObject({
      kind: 'failed',
      error: { code: 'not-found' },
    });
  });
});
