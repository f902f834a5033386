import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import { SimulatedAgent } from '../../support/simulated-agent';

describe('a simulated Genesys session', () => {
  let simulator: Simulator;
  let agent: SimulatedAgent;
  let now = 0;

  beforeEach(async () => {
    now = Date.now();
    simulator = await startSimulator({ now: () => now });
    agent = new SimulatedAgent(simulator);
  });
  afterEach(() => simulator.close());

  async function statusOf(response: Promise<Response>): Promise<[number, string]> {
    const answer = await response;
    return [answer.status, await answer.text()];
  }

  const DENIED = [403, '{"statusCode":20,"statusMessage":"Access denied"}'];

  test('is refused without credentials or with wrong ones', async () => {
    const wrong = `Basic ${Buffer.from('eta:wrong').toString('base64')}`;
    expect(await statusOf(agent.get('/api/v2/me'))).toEqual(DENIED);
    expect(await statusOf(agent.get('/api/v2/me', { authorization: wrong }))).toEqual(DENIED);
  });

  test('requires all of its cookies', async () => {
    await agent.signIn();
    expect((await agent.get('/api/v2/me/calls')).status).toBe(200);

    agent.cookies.delete('AWSELB');
    expect(await statusOf(agent.get('/api/v2/me/calls'))).toEqual(DENIED);
  });

  test('hides its cookie from scripts', async () => {
    const answer = await agent.signIn();
    expect(answer.headers.getSetCookie()[0]).toMatch(/^JSESSIONID=.*HttpOnly/);
  });

  test('sends the CSRF header with each GET and requires it with each POST', async () => {
    const answer = await agent.signIn();
    expect(answer.headers.get('x-csrf-header')).toBe('X-CSRF-TOKEN');

    agent.csrf = {};
    for (const path of ['/api/v2/me', '/api/v2/notifications/handshake']) {
      expect(await statusOf(agent.post(path, {}))).toEqual([403, 'Missing or invalid Csrf token']);
    }
  });

  test('has a new CSRF token after a new sign-in', async () => {
    await agent.signIn();
    const before = agent.csrf;
    simulator.genesys.expireSession();
    expect(await statusOf(agent.get('/api/v2/me'))).toEqual(DENIED);
    await agent.signIn();
    expect(agent.csrf).not.toEqual(before);
  });

  test('ends after the timeout without a request, but not sooner', async () => {
    await agent.signIn();
    now += 1_799_000;
    expect((await agent.get('/api/v2/me')).status).toBe(200);
    now += 1_801_000;
    expect(await statusOf(agent.get('/api/v2/me'))).toEqual(DENIED);
  });

  test('ends with EndContactCenterSession', async () => {
    await agent.signIn();
    const end = await agent.post('/api/v2/me', { operationName: 'EndContactCenterSession' });
    expect(await end.json()).toEqual({ statusCode: 0 });
    expect(await statusOf(agent.get('/api/v2/me'))).toEqual(DENIED);
  });

  test('lists collections as URIs, and in full with fields=*', async () => {
    await agent.signIn();
    const { id, uri } = simulator.genesys.arrive({ from: '15001' });
    const [uris, calls, call] = await Promise.all(
      ['/api/v2/me/calls', '/api/v2/me/calls?fields=*', `/api/v2/me/calls/${id}`].map(
        async (path): Promise<unknown> => (await agent.get(path)).json(),
      ),
    );
    expect(uris).toEqual({ statusCode: 0, uris: [uri] });
    expect(calls).toMatchObject({ statusCode: 0, calls: [{ id, state: 'Ringing' }] });
    expect(call).toMatchObject({ statusCode: 0, call: { id } });
    expect(await (await agent.get('/api/v2/me/devices?fields=*')).json()).toMatchObject({
      devices: [{ phoneNumber: '15000', userState: { state: 'Ready' } }],
    });
  });

  test('returns the user with the requested subresources', async () => {
    await agent.signIn();
    simulator.genesys.arrive({ from: '15001' });
    expect(await (await agent.get('/api/v2/me?subresources=calls')).json()).toMatchObject({
      user: { userName: 'eta', calls: [{ state: 'Ringing' }] },
    });
    expect(await (await agent.get('/api/v2/me')).json()).not.toHaveProperty('user.calls');
  });

  test('reports its version, and code 6 for unknown resources', async () => {
    await agent.signIn();
    expect(await (await agent.get('/api/v2/diagnostics/version')).json()).toEqual({
      statusCode: 0,
      version: '8.5.202.96',
    });
    expect(await (await agent.get('/api/v2/me/calls/none')).json()).toMatchObject({
      statusCode: 6,
    });
  });
});
