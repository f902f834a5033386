import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { InputError, startSimulator, type Simulator } from '../../../simulator/simulator';
import { SimulatedAgent } from '../../support/simulated-agent';

describe('controlling the simulator over HTTP', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.close());

  async function ask(path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${simulator.origin}/_sim/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  test('returns a complete profile', async () => {
    expect((await ask('profile')).body).toEqual(simulator.clientProfile);
    expect(simulator.clientProfile).toMatchObject({
      version: 1,
      genesys: { baseUrl: simulator.origin, session: 'attach' },
      twilio: { baseUrl: simulator.origin, number: '+14155550100' },
      verba: { baseUrl: `${simulator.origin}/verba/api`, match: { by: 'nativeID' } },
    });
  });

  test.each(['', '/_sim', '/_sim/'])('lists at %j what is available', async (path) => {
    const response = await fetch(`${simulator.origin}${path}`);
    const index: unknown = await response.json();
    expect(index).toMatchObject({
      services: { verba: [`${simulator.profile.verba.baseUrl}?action=…`] },
      scenarios: { demo: expect.any(String) as string },
      steps: expect.arrayContaining(['genesys.arrive']) as string[],
    });
    const { control } = z.object({ control: z.record(z.string(), z.string()) }).parse(index);
    const docs = await readFile(new URL('../../../docs/simulator.md', import.meta.url), 'utf8');
    for (const request of Object.keys(control)) {
      const [method = '', at = ''] = request.split(' ');
      expect(docs).toMatch(new RegExp(`\\| \`(GET\`, \`)?${method}(\`, \`POST)? ${at}\``));
      if (method === 'GET') expect((await fetch(`${simulator.origin}${at}`)).status).toBe(200);
    }
  });

  test('reports the position of a JSON error in a body', async () => {
    const url = `${simulator.origin}/_sim/scenario`;
    const response = await fetch(url, { method: 'POST', body: '{"name":\n  demo}' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: 'the body is not JSON: see line 2, column 3',
    });
  });

  test('lets a call arrive, change and end', async () => {
    expect(await ask('calls', { from: '15001', call: 'one' })).toMatchObject({
      status: 201,
      body: { call: { state: 'Ringing', alias: 'one' } },
    });
    const steps: [string, object, object][] = [
      ['answer', {}, { state: 'Established' }],
      ['join', { number: '15002', isOwner: true }, { isOwner: true }],
      ['mute', { on: true }, { mute: 'On' }],
      ['hold', { on: true }, { state: 'Held' }],
      ['attachUserData', { userData: { Key: 'x' } }, { userData: { Key: 'x' } }],
      ['leave', { number: '15001' }, { participants: [{ phoneNumber: '15002' }] }],
      ['release', {}, { state: 'Released' }],
    ];
    for (const [verb, body, call] of steps) {
      expect(await ask(`calls/one/${verb}`, body)).toMatchObject({ status: 200, body: { call } });
    }
    expect((await ask('calls')).body).toEqual({ calls: [] });
    expect((await ask('calls', { from: '15001', direction: 'out' })).body).toMatchObject({
      call: { state: 'Dialing' },
    });
  });

  test('performs any scenario step at once', async () => {
    await ask('steps', { do: 'bandwidth.addMember', number: '+12125550142' });
    await ask('steps', { do: 'telesocial.create', networkId: 'theta' });
    expect((await ask('state')).body).toMatchObject({
      conference: { state: 'active', members: [{ number: '+12125550142' }] },
      talkSpaces: [{ leader: 'theta' }],
      recordings: [],
    });
  });

  test('shows the requests received, without their credentials', async () => {
    const agent = new SimulatedAgent(simulator);
    await agent.signIn();
    await agent.post('/api/v2/me', { operationName: 'StartContactCenterSession', channels: ['v'] });
    expect((await ask('requests?operation=StartContactCenterSession')).body).toMatchObject({
      requests: [
        {
          vendor: 'genesys',
          method: 'POST',
          path: '/api/v2/me',
          headers: { cookie: 'JSESSIONID; AWSELB', 'x-csrf-token': 'present' },
          body: { operationName: 'StartContactCenterSession' },
          status: 200,
          answered: true,
        },
      ],
    });
    const everything = JSON.stringify((await ask('requests')).body);
    expect(everything).not.toContain(agent.cookies.get('JSESSIONID'));
    expect(everything).toContain('"authorization":"present"');
    expect((await ask('requests?vendor=verba')).body).toEqual({ requests: [] });
  });

  test('plays a scenario by name or in the body', async () => {
    expect((await ask('scenario', { name: 'demo' })).body).toMatchObject({
      name: 'demo',
      state: 'waiting',
    });
    const scenario = { name: 'own', description: 'Mine.', steps: [], endsAt: 60 };
    await ask('scenario', { ...scenario, startsOn: 'immediately' });
    expect((await ask('scenario')).body).toMatchObject({ name: 'own', state: 'playing' });
  });

  test('resets everything but the profile', async () => {
    const agent = new SimulatedAgent(simulator);
    await agent.signIn();
    const profile = (await ask('profile')).body;
    await ask('calls', { from: '15001' });
    await ask('scenario', { name: 'demo' });
    await ask('faults', [{ match: {}, effect: { kind: 'garbage-body' } }]);
    await ask('steps', { do: 'bandwidth.complete' });
    await ask('reset', {});

    expect((await ask('profile')).body).toEqual(profile);
    expect((await ask('requests')).body).toEqual({ requests: [] });
    expect((await ask('state')).body).toMatchObject({
      calls: [],
      conference: { state: 'created' },
      scenario: { state: 'finished' },
      faults: [],
    });
    expect((await agent.get('/api/v2/me')).status).toBe(403);
  });

  test.each([
    ['calls', { form: '15001' }, 'from'],
    ['calls/none/answer', {}, 'there is no call'],
    ['calls/none/dance', {}, 'do: '],
    ['faults', [{ match: {}, effect: { kind: 'delay' } }], '[0].effect.milliseconds'],
    ['scenario', { name: 'none' }, 'neither a bundled scenario'],
    ['steps', { do: 'genesys.leave', call: 'one' }, 'number'],
  ])('refuses bad input to %s, and names the field', async (path, body, words) => {
    const answer = await ask(path, body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(words);
  });

  test('answers 404 for unknown paths', async () => {
    expect((await ask('nothing')).status).toBe(404);
  });

  test('ends held requests and frees its port when it is closed', async () => {
    const agent = new SimulatedAgent(simulator);
    await agent.signIn();
    const send = async (message: object): Promise<unknown> =>
      (await agent.post('/api/v2/notifications', [message])).json();
    const [shake] = z.array(z.looseObject({ clientId: z.string() })).parse(
      await send({
        channel: '/meta/handshake',
        version: '1.0',
        supportedConnectionTypes: ['long-polling'],
      }),
    );
    const connect = { channel: '/meta/connect', clientId: shake!.clientId, connectionType: 'x' };
    const isPolling = new Promise((resolve) => simulator.onRequest(resolve));
    const poll = send(connect).catch(() => 'cut');
    await isPolling;
    await simulator.close();
    expect(await poll).toBeDefined();

    const port = Number(new URL(simulator.origin).port);
    simulator = await startSimulator({ port });
    expect(new URL(simulator.origin).port).toBe(String(port));
  });

  test('reports which port is in use', async () => {
    const port = Number(new URL(simulator.origin).port);
    await expect(startSimulator({ port })).rejects.toThrow(InputError);
  });
});
