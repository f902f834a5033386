import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../main/http/undici-client';
import type { VerbaProfile } from '../../../main/settings/profile';
import { createRecorder } from '../../../main/vendors/verba/recorder';
import { startSimulator } from '../../../simulator/simulator';
import type { Simulator } from '../../../simulator/simulator';
import { readFixture } from '../../support/fixture';
import { createManualClock } from '../../support/manual-clock';
import { createMemoryLogger } from '../../support/memory-logger';
import { startRawServer } from '../../support/raw-server';
import { startStubServer } from '../../support/stub-server';
import type { StubAnswer, StubRequest } from '../../support/stub-server';
import { createVendorRecorder } from '../../support/vendor-recorder';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function connect(profile: VerbaProfile, clock = createManualClock()) {
  const recorder = createVendorRecorder();
  const logger = createMemoryLogger();
  const port = createRecorder({
    profile,
    agent: { name: 'Eta' },
    http: createHttpClient({ vendor: 'verba', logger }),
    clock,
    listener: recorder,
    logger,
    random: () => 0.5,
  });
  cleanUps.push(() => port.stop());
  return { port, clock, recorder, logger };
}

async function simulate(profile: Partial<VerbaProfile> = {}) {
  const clock = createManualClock();
  const simulator = await startSimulator({
    now: () => clock.now(),
    verba: { hasAuthentication: true, tokenSeconds: 3600 },
  });
  cleanUps.push(() => simulator.close());
  return { simulator, ...connect({ ...simulator.profile.verba, ...profile }, clock) };
}

const WITHOUT_LOGIN = { apiKey: 'hush-key', match: { by: 'nativeID', from: 'callUuid' } } as const;

async function stub(
  answer: (request: StubRequest) => StubAnswer | undefined,
  profile: Partial<VerbaProfile> = {},
) {
  const server = await startStubServer(answer);
  cleanUps.push(() => server.close());
  const baseUrl = `${server.baseUrl}/verba/api`;
  return { server, ...connect({ ...WITHOUT_LOGIN, baseUrl, ...profile }) };
}

function xml(name: string): StubAnswer {
  return { body: readFixture(`verba/${name}.xml`), headers: { 'Content-Type': 'text/xml' } };
}

function actions(simulator: Simulator): string[] {
  return simulator.requests().map(({ method, operation }) => `${method} ${operation}`);
}

describe('connecting', () => {
  it('signs in when the profile has a login', async () => {
    const { port, recorder, simulator } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    expect(recorder.connections[0]).toEqual({ state: 'connecting' });
    expect(actions(simulator)).toEqual(['GET RequestToken']);
  });

  it('says signed out when the login is refused, and tries again when asked', async () => {
    const { port, recorder, simulator, clock } = await simulate({ password: 'wrong' });
    port.start();
    await recorder.untilConnection('signed-out');
    expect(recorder.connections.at(-1)?.reason).toMatchObject({
      code: 'wrong-credentials',
      detail: 'Invalid user name or password.',
    });
    expect(clock.pending()).toEqual([]);
    port.retry();
    await expect.poll(() => simulator.requests().length).toBe(2);
  });

  it('looks up no call when the profile has no login: even a no shows the service', async () => {
    const { port, recorder, server } = await stub(() => xml('not-found'));
    port.start();
    await recorder.untilConnection('connected');
    const { method, path, query } = server.requests[0]!;
    expect([method, path]).toEqual(['GET', '/verba/api']);
    expect([...query.keys()]).toEqual(['action', 'apiKey', 'responseType', 'callID']);
    expect(query.get('action')).toBe('GetCallID');
    expect(query.get('responseType')).toBe('XML');
  });

  it.each([
    ['a wrong key', { body: error('Invalid API key.') }, 'signed-out', 'wrong-credentials'],
    ['a missing login', { body: error('token is mandatory') }, 'signed-out', 'session-expired'],
    ['a locked door', { status: 401 }, 'signed-out', 'wrong-credentials'],
    ['a forbidden network', { status: 403 }, 'signed-out', 'forbidden'],
    ['a wrong path', { status: 404, body: '<html>' }, 'error', 'not-found'],
    ['a failure', { status: 500 }, 'error', 'vendor-unavailable'],
    ['any web page', { body: '<!DOCTYPE html><html></html>' }, 'error', 'malformed-answer'],
  ] as const)('tells %s as it is', async (_name, reply, state, code) => {
    const { port, recorder } = await stub(() => reply);
    port.start();
    await recorder.untilConnection(state);
    expect(recorder.connections.at(-1)?.reason?.code).toBe(code);
  });

  it('comes back by itself', async () => {
    let isWell = false;
    const { port, recorder, clock } = await stub(() =>
      isWell ? xml('not-found') : { status: 503 },
    );
    port.start();
    await recorder.untilConnection('error');
    isWell = true;
    await clock.fireNext();
    await recorder.untilConnection('connected');
  });
});

function error(message: string): string {
  return `<VerbaApi><Response code="2" type="X"><ErrorMessage>${message}</ErrorMessage></Response></VerbaApi>`;
}

describe('looking a recording up', () => {
  it('finds it by the rule of the profile', async () => {
    const { port, simulator } = await simulate();
    const { callId } = simulator.verba.add({ nativeId: 'uuid-1', caller: '15002', called: '8856' });
    expect(port.canMatch({ callUuid: 'uuid-1' })).toBe(true);
    expect(port.canMatch({ connId: 'c-1' })).toBe(false);
    const result = await port.lookUp({ callUuid: 'uuid-1' });
    expect(result).toMatchObject({
      ok: true,
      value: { recordingId: callId, caller: '15002', called: '8856', isOngoing: true },
    });
  });

  it('says not found, ambiguous, or what the recorder says', async () => {
    const { port, simulator } = await simulate({
      match: { by: 'extension', from: 'agentExtension' },
    });
    const keys = { agentExtension: '8856' };
    expect(await port.lookUp(keys)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    simulator.verba.add({ caller: '1', called: '8856', isFinished: false });
    simulator.verba.add({ caller: '2', called: '8856', isFinished: false });
    expect(await port.lookUp(keys)).toMatchObject({ ok: false, error: { code: 'ambiguous' } });
    expect(await port.lookUp({})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('says ambiguous for several records, not found for none', async () => {
    let name = 'calls';
    const { port } = await stub(() => xml(name));
    expect(await port.lookUp({ callUuid: 'x' })).toMatchObject({ error: { code: 'ambiguous' } });
    name = 'call-id';
    expect(await port.lookUp({ callUuid: 'x' })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is done again, once, with a new token when the old one is refused', async () => {
    const { port, simulator } = await simulate();
    simulator.verba.add({ nativeId: 'uuid-1', caller: '1', called: '2' });
    await port.lookUp({ callUuid: 'uuid-1' });
    simulator.verba.expireTokens();
    expect(await port.lookUp({ callUuid: 'uuid-1' })).toMatchObject({ ok: true });
    expect(actions(simulator)).toEqual([
      'GET RequestToken',
      'GET GetCallInformation',
      'GET GetCallInformation',
      'GET RequestToken',
      'GET GetCallInformation',
    ]);
  });

  it('does not go on and on when no token is good', async () => {
    const { port, server } = await stub(
      ({ query }) =>
        query.get('action') === 'RequestToken'
          ? xml('token')
          : { body: error('token 09835e02-6c10-11e0-bb22-ba324924019b is expired') },
      { login: 'eta', password: 'hush-password' },
    );
    expect(await port.lookUp({ callUuid: 'x' })).toMatchObject({
      error: { code: 'session-expired', detail: 'token [secret] is expired' },
    });
    expect(server.requests).toHaveLength(4);
  });

  it('renews the token before its hour is over', async () => {
    const { port, simulator, clock } = await simulate();
    simulator.verba.add({ nativeId: 'uuid-1', caller: '1', called: '2' });
    await port.lookUp({ callUuid: 'uuid-1' });
    clock.advance(51 * 60_000);
    await port.lookUp({ callUuid: 'uuid-1' });
    expect(actions(simulator)).toEqual([
      'GET RequestToken',
      'GET GetCallInformation',
      'GET RequestToken',
      'GET GetCallInformation',
    ]);
  });
});

describe('deleting a recording', () => {
  it.each(['callID', 'platformCallID', 'nativeID', 'meetingID'] as const)(
    'by %s sends that selector alone, in the URL of a POST',
    async (by) => {
      const { port, simulator } = await simulate({ match: { by, from: 'callUuid' } });
      simulator.verba.add({
        callId: 'key-1',
        platformCallId: 'key-1',
        nativeId: 'key-1',
        meetingId: 'key-1',
        caller: '1',
        called: '2',
        isFinished: true,
      });
      const answer = await port.delete({ callUuid: 'key-1' }, undefined);
      expect(answer).toEqual({ kind: 'accepted', value: 'deleted' });
      expect(simulator.verba.recordings()).toEqual([]);
      const request = simulator.requests().at(-1)!;
      expect(request.method).toBe('POST');
      expect(Object.keys(request.query)).toEqual(['action', 'apiKey', 'token', 'responseType', by]);
    },
  );

  it('by extension sends the status too', async () => {
    const { port, simulator } = await simulate({
      match: { by: 'extension', from: 'agentExtension' },
    });
    simulator.verba.add({ caller: '1', called: '8856', isFinished: true });
    const answer = await port.delete({ agentExtension: '8856' }, undefined);
    expect(answer).toEqual({ kind: 'accepted', value: 'deleted' });
    expect(simulator.requests().at(-1)?.query).toMatchObject({
      extension: '8856',
      status: 'ongoing,last',
    });
  });

  it('by extension deletes what was looked up, though another call came after it', async () => {
    const { port, simulator } = await simulate({
      match: { by: 'extension', from: 'agentExtension' },
    });
    const keys = { agentExtension: '8856' };
    const seen = simulator.verba.add({ caller: '1', called: '8856', isFinished: true });
    const found = await port.lookUp(keys);
    const later = simulator.verba.add({ caller: '2', called: '8856', isFinished: true });
    await port.delete(keys, found.ok ? found.value : undefined);
    expect(simulator.requests().at(-1)?.query).toMatchObject({ callID: seen.callId });
    expect(simulator.verba.recordings().map(({ callId }) => callId)).toEqual([later.callId]);
  });

  it('of a call that is going on marks it for deletion', async () => {
    const { port, simulator } = await simulate();
    simulator.verba.add({ nativeId: 'uuid-1', caller: '1', called: '2' });
    const found = await port.lookUp({ callUuid: 'uuid-1' });
    const answer = await port.delete({ callUuid: 'uuid-1' }, found.ok ? found.value : undefined);
    expect(answer).toEqual({ kind: 'accepted', value: 'marked-for-deletion' });
    expect(simulator.verba.recordings()[0]?.isMarkedForDeletion).toBe(true);
  });

  it('is refused with the recorder’s text', async () => {
    const { port } = await simulate();
    expect(await port.delete({ callUuid: 'unknown' }, undefined)).toMatchObject({
      kind: 'refused',
      error: { code: 'not-found', detail: 'Unable to delete the call. Call cannot be found.' },
    });
    expect(await port.delete({}, undefined)).toMatchObject({ kind: 'refused' });
  });

  it.each([
    [
      'another code',
      { body: '<VerbaApi><Response code="7" type="DeleteCall"/></VerbaApi>' },
      'refused',
      'refused',
    ],
    ['a failure', { status: 500, body: '' }, 'refused', 'vendor-unavailable'],
    [
      'a failure that says yes',
      { ...xml('deleted'), status: 500 },
      'refused',
      'vendor-unavailable',
    ],
    ['a failure in its own words', { status: 400, body: error('No.') }, 'refused', 'refused'],
    ['HTML', { body: '<!DOCTYPE html><p>DeleteCall OK</p>' }, 'no-answer', 'malformed-answer'],
    ['text', { body: 'DeleteCall OK' }, 'no-answer', 'malformed-answer'],
    ['a cut', undefined, 'no-answer', 'no-answer'],
  ] as const)(
    'that comes to %s is told as it is, and not repeated',
    async (_name, reply, kind, code) => {
      const { port, server } = await stub(() => reply);
      expect(await port.delete({ callUuid: 'x' }, undefined)).toMatchObject({
        kind,
        error: { code },
      });
      expect(server.requests.map(({ method }) => method)).toEqual(['POST']);
    },
  );

  it('is not repeated for a token that ran out, but the next one has a new token', async () => {
    const { port, simulator } = await simulate();
    simulator.verba.add({ nativeId: 'uuid-1', caller: '1', called: '2', isFinished: true });
    await port.lookUp({ callUuid: 'uuid-1' });
    simulator.verba.expireTokens();
    const keys = { callUuid: 'uuid-1' };
    expect(await port.delete(keys, undefined)).toMatchObject({
      kind: 'refused',
      error: { code: 'session-expired' },
    });
    expect(simulator.verba.recordings()).toHaveLength(1);
    expect(await port.delete(keys, undefined)).toMatchObject({ kind: 'accepted' });
  });

  it('is refused, not unknown, when not even a token could be had', async () => {
    const { port, simulator } = await simulate();
    simulator.setFaults([
      {
        match: { vendor: 'verba', operation: 'RequestToken' },
        effect: { kind: 'cut', when: 'after' },
      },
    ]);
    const answer = await port.delete({ callUuid: 'x' }, undefined);
    expect(answer).toMatchObject({ kind: 'refused', error: { code: 'no-answer' } });
    expect(actions(simulator)).not.toContain('POST DeleteCall');
  });

  it('finds out whether the recorder is still there when the request could not be sent', async () => {
    const { port, recorder } = await stub(() => xml('not-found'));
    port.start();
    await recorder.untilConnection('connected');
    await cleanUps.shift()!();
    expect(await port.delete({ callUuid: 'x' }, undefined)).toMatchObject({
      kind: 'refused',
      error: { code: 'no-route' },
    });
    await recorder.untilConnection('error');
  });
});

describe('stopping', () => {
  it('ends a request that is under way', async () => {
    const server = await startRawServer(cutShort);
    cleanUps.push(() => server.close());
    const { port, clock } = connect({
      ...WITHOUT_LOGIN,
      baseUrl: `${server.url.origin}/verba/api`,
    });
    let stopped: Promise<void> | undefined;
    function cutShort(): void {
      stopped = port.stop();
    }
    const answer = await port.delete({ callUuid: 'x' }, undefined);
    expect(answer).toMatchObject({ kind: 'no-answer' });
    await stopped;
    expect(clock.pending()).toEqual([]);
  });
});

describe('the log', () => {
  it('never holds key, login or token', async () => {
    const { port, recorder, simulator, logger } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    await port.lookUp({ callUuid: 'x' });
    await port.delete({ callUuid: 'x' }, undefined);
    const { apiKey, password } = simulator.profile.verba;
    expect(logger.text()).toContain('/verba/api');
    for (const secret of [apiKey, password, '"eta"', 'token']) {
      expect(logger.text()).not.toContain(secret);
    }
  });
});
