import { describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually';
import { startRawServer } from '../../support/raw-server';
import { actions, no, setUpVerba, xml } from '../../support/verba-harness';

const { connect, simulate, stub, cleanUp } = setUpVerba();

describe('connecting', () => {
  it('signs in if the profile has a login', async () => {
    const { port, recorder, simulator } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    expect(recorder.connections[0]).toEqual({ state: 'connecting' });
    expect(actions(simulator)).toEqual(['GET RequestToken']);
  });

  it('reports signed out if the login is refused, and tries again on request', async () => {
    const { port, recorder, simulator, clock } = await simulate({ password: 'wrong' });
    port.start();
    await recorder.untilConnection('signed-out');
    expect(recorder.connections.at(-1)?.reason).toMatchObject({
      code: 'wrong-credentials',
      detail: 'Invalid user name or password.',
    });
    expect(clock.pending()).toEqual([]);
    port.retry();
    await eventually(() => simulator.requests().length).toBe(2);
  });

  it('asks for a nonexistent call if the profile has no login, since a refusal also shows the service is there', async () => {
    const { port, recorder, server } = await stub(() => xml('not-found'));
    port.start();
    await recorder.untilConnection('connected');
    const { method, path, query } = server.requests[0]!;
    expect([method, path]).toEqual(['GET', '/verba/api']);
    expect([...query.keys()]).toEqual(['action', 'apiKey', 'responseType', 'nativeID']);
    expect(query.get('action')).toBe('GetCallID');
    expect(query.get('responseType')).toBe('XML');
  });

  it.each([
    ['a wrong key', { body: no('Invalid API key.') }, 'signed-out', 'wrong-credentials'],
    ['a missing login', { body: no('token is mandatory') }, 'signed-out', 'session-expired'],
    ['a rejected login', { status: 401 }, 'signed-out', 'wrong-credentials'],
    ['a forbidden network', { status: 403 }, 'signed-out', 'forbidden'],
    ['a wrong path', { status: 404, body: '<html>' }, 'error', 'wrong-address'],
    ['another API', { status: 404, body: '{"status":404}' }, 'error', 'wrong-address'],
    ['an empty answer', { body: '' }, 'error', 'malformed-answer'],
    ['an answer in JSON', { body: '{"code":0}' }, 'error', 'malformed-answer'],
    ['a failure', { status: 500 }, 'error', 'vendor-unavailable'],
    ['any web page', { body: '<!DOCTYPE html><html></html>' }, 'error', 'malformed-answer'],
  ] as const)('recognizes %s', async (_name, reply, state, code) => {
    const { port, recorder } = await stub(() => reply);
    port.start();
    await recorder.untilConnection(state);
    expect(recorder.connections.at(-1)?.reason?.code).toBe(code);
  });

  it('suggests to check the address, not the login, if a sign-in is answered with 404', async () => {
    const login = { login: 'eta', password: 'hush' };
    const { port, recorder } = await stub(() => ({ status: 404, body: '<html>' }), login);
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason).toMatchObject({
      code: 'wrong-address',
      detail: 'HTTP 404',
    });
  });

  it.each([
    ['a key', {}],
    ['a login', { login: 'eta', password: 'hush' }],
  ])(
    'notices at the next request that %s was revoked, and recovers with a retry',
    async (...row) => {
      let isRevoked = false;
      const { port, recorder } = await stub(({ query }) => {
        if (isRevoked) return { body: no('Invalid API key.') };
        return xml(query.get('action') === 'RequestToken' ? 'token' : 'not-found');
      }, row[1]);
      port.start();
      await recorder.untilConnection('connected');
      isRevoked = true;
      await port.lookUp({ callUuid: 'x' }, { startedAt: 0 });
      await recorder.untilConnection('signed-out');
      expect(recorder.connections.at(-1)?.reason?.code).toBe('wrong-credentials');
      isRevoked = false;
      port.retry();
      await recorder.untilConnection('connected');
      isRevoked = true;
      await port.perform('delete-call', { callUuid: 'x' }, undefined, false);
      await recorder.untilConnection('signed-out');
    },
  );

  it('reconnects by itself', async () => {
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

describe('stopping', () => {
  it('aborts a running request', async () => {
    const server = await startRawServer(cutShort);
    cleanUp(() => server.close());
    const { port, clock } = connect({ baseUrl: `${server.url.origin}/verba/api` });
    let stopped: Promise<void> | undefined;
    function cutShort(): void {
      stopped = port.stop();
    }
    const answer = await port.perform('delete-call', { callUuid: 'x' }, undefined, false);
    expect(answer).toMatchObject({ kind: 'unknown' });
    await stopped;
    expect(clock.pending()).toEqual([]);
  });
});

describe('the log', () => {
  it('never contains the key, login or token', async () => {
    const { port, recorder, simulator, logger } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    await port.lookUp({ callUuid: 'x' }, { startedAt: 0 });
    await port.perform('delete-call', { callUuid: 'x' }, undefined, false);
    const { apiKey, password } = simulator.profile.verba;
    expect(logger.text()).toContain('/verba/api');
    for (const secret of [apiKey, password, '"eta"', 'token']) {
      expect(logger.text()).not.toContain(secret);
    }
  });
});
