import { describe, expect, it } from 'vitest';
import { RECORDING_OPERATIONS, type Recording } from '../../../contract/recording';
import { actions, no, lookUpRecording, setUpVerba, xml } from '../../support/verba-harness';

const KEYS = { callUuid: 'uuid-1' };

const { simulate, simulateOne, stub } = setUpVerba();

const RECORDING: Recording = {
  recordingId: 'id-1',
  caller: '1',
  called: '2',
  startTime: '2026-01-01 00:00:00',
  isOngoing: true,
  operations: [...RECORDING_OPERATIONS],
};
describe.each(RECORDING_OPERATIONS)('%s', (operation) => {
  it.each([
    [
      'another code',
      { body: '<VerbaApi><Response code="7" type="X"/></VerbaApi>' },
      'failed',
      'refused',
    ],
    ['a failure', { status: 500, body: '' }, 'unknown', 'vendor-unavailable'],
    [
      'an HTTP failure with a successful body',
      { ...xml('deleted'), status: 500 },
      'unknown',
      'vendor-unavailable',
    ],
    ['its own failure', { status: 500, body: no('No.') }, 'failed', 'refused'],
    [
      'the failure of a gateway',
      { status: 502, body: '<h1>Bad gateway</h1>' },
      'unknown',
      'vendor-unavailable',
    ],
    ['a failure with a message', { status: 400, body: no('No.') }, 'failed', 'refused'],
    ['HTML', { body: '<!DOCTYPE html><p>OK</p>' }, 'unknown', 'malformed-answer'],
    ['text', { body: 'OK' }, 'unknown', 'malformed-answer'],
    ['a cut connection', undefined, 'unknown', 'no-answer'],
  ] as const)(
    'that gets %s is reported accordingly, and sent once',
    async (_name, reply, kind, code) => {
      const { port, server } = await stub(() => reply);
      expect(await port.perform(operation, KEYS, RECORDING, false)).toMatchObject({
        kind,
        error: { code },
      });
      expect(server.requests.map(({ method }) => method)).toEqual(['POST']);
    },
  );

  it('is not repeated after the token expired, but the next one has a new token', async () => {
    const { port, simulator } = await simulateOne(false);
    const seen = await lookUpRecording(port, KEYS);
    simulator.verba.expireTokens();
    const before = simulator.requests().length;
    expect(await port.perform(operation, KEYS, seen, false)).toMatchObject({
      kind: 'failed',
      error: { code: 'session-expired' },
    });
    expect(simulator.requests()).toHaveLength(before + 1);
    expect(await port.perform(operation, KEYS, seen, false)).toMatchObject({ kind: 'done' });
  });

  it('gets a new token first if the old one is about to expire', async () => {
    const { port, simulator, clock } = await simulateOne(false);
    const seen = await lookUpRecording(port, KEYS);
    clock.advance(51 * 60_000);
    expect(await port.perform(operation, KEYS, seen, false)).toMatchObject({ kind: 'done' });
    expect(actions(simulator).slice(-2)[0]).toBe('GET RequestToken');
  });
});

describe('a request that was not sent', () => {
  it('is refused, not unknown, if no token could be obtained', async () => {
    const { port, simulator } = await simulate();
    simulator.setFaults([
      {
        match: { vendor: 'verba', operation: 'RequestToken' },
        effect: { kind: 'cut', when: 'after' },
      },
    ]);
    expect(await port.perform('delete-call', KEYS, undefined, false)).toMatchObject({
      kind: 'failed',
      error: { code: 'no-answer' },
    });
    expect(actions(simulator)).not.toContain('POST DeleteCall');
  });

  it('triggers a check of the connection to the recorder', async () => {
    const { port, recorder, server } = await stub(() => xml('not-found'));
    port.start();
    await recorder.untilConnection('connected');
    await server.close();
    expect(await port.perform('delete-call', KEYS, undefined, false)).toMatchObject({
      kind: 'failed',
      error: { code: 'no-route' },
    });
    await recorder.untilConnection('error');
  });
});

it('credentials that the answer quotes are removed from the report of a refused sign-in', async () => {
  const { port } = await stub(
    ({ headers }) => ({ body: no(`${String(headers.authorization)} is not known`) }),
    { login: 'eta', password: 'hush-1' },
  );
  expect(await port.perform('delete-call', KEYS, undefined, false)).toMatchObject({
    error: { code: 'wrong-credentials', detail: 'Basic [secret] is not known' },
  });
});
