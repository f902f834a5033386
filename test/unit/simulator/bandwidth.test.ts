import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatTime } from '../../../simulator/bandwidth/resources';
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../../simulator/simulator';
import { eventually } from '../../support/eventually';
import { requestBandwidth } from '../../support/simulated-vendors';

describe('simulated conferences', () => {
  let simulator: Simulator;
  let now = Date.UTC(2013, 6, 12, 17, 22, 47);
  let path = '';

  beforeEach(async () => {
    simulator = await startSimulator({
      now: () => now,
      bandwidth: { hasRateLimit: false, callAnswerDelay: null },
    });
    path = `/conferences/${simulator.profile.bandwidth.conferenceId}`;
  });
  afterEach(() => simulator.close());

  async function restart(options: NonNullable<SimulatorOptions['bandwidth']>): Promise<void> {
    await simulator.close();
    simulator = await startSimulator({ now: () => now, bandwidth: options });
    path = `/conferences/${simulator.profile.bandwidth.conferenceId}`;
  }

  async function callInto(conferenceId: string): Promise<string> {
    const { headers } = await requestBandwidth(simulator, '/calls', {
      from: '+19195550100',
      to: '+12125550142',
      conferenceId,
    });
    return headers.get('location')?.split('/').at(-1) ?? '';
  }

  test('show a new conference exactly as the vendor’s page does', async () => {
    expect(await requestBandwidth(simulator, path)).toMatchObject({ status: 200 });
    expect((await requestBandwidth(simulator, path)).body).toEqual({
      activeMembers: 0,
      createdTime: '2013-07-12T17:22:47Z',
      from: '+19195550100',
      id: simulator.profile.bandwidth.conferenceId,
      profile: 'interpret_digits',
      state: 'created',
    });
  });

  test('are active with their first member and completed after their last', async () => {
    const { id } = simulator.bandwidth.addMember('+12125550142');
    expect((await requestBandwidth(simulator, path)).body).toMatchObject({
      state: 'active',
      activeMembers: 1,
    });
    simulator.bandwidth.removeMember(id);
    expect((await requestBandwidth(simulator, path)).body).toMatchObject({
      state: 'completed',
      activeMembers: 0,
      completedTime: '2013-07-12T17:22:47Z',
    });
    expect((await requestBandwidth(simulator, `${path}/members`)).body).toMatchObject([
      { id, state: 'completed', removedTime: '2013-07-12T17:22:47Z' },
    ]);
  });

  test('answer a creation with the Location and no body', async () => {
    const answer = await requestBandwidth(simulator, '/conferences', { from: '+1919', tag: null });
    expect(answer).toMatchObject({ status: 201, body: undefined });
    const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
    expect(id).toMatch(/^conf-/);
    expect((await requestBandwidth(simulator, `/conferences/${id}`)).body).not.toHaveProperty(
      'tag',
    );
  });

  test('accept booleans as strings and return them as booleans', async () => {
    expect(await requestBandwidth(simulator, path, { hold: 'true', mute: false })).toMatchObject({
      status: 200,
      body: undefined,
    });
    expect((await requestBandwidth(simulator, path)).body).toMatchObject({
      hold: true,
      mute: false,
    });
  });

  test('add a member only with an active call that was made for the conference', async () => {
    const { conferenceId } = simulator.profile.bandwidth;
    const add = (callId?: string) =>
      requestBandwidth(simulator, `${path}/members`, callId === undefined ? {} : { callId });
    expect(await add()).toMatchObject({ status: 400, body: { code: 'missing-property' } });
    expect(await add('c-none')).toMatchObject({ status: 403, body: { code: 'call-id-not-found' } });

    const other = await requestBandwidth(simulator, '/conferences', { from: '+1919' });
    const stranger = await callInto(other.headers.get('location')?.split('/').at(-1) ?? '');
    simulator.bandwidth.answerCall(stranger);
    expect(await add(stranger)).toMatchObject({
      status: 403,
      body: { code: 'invalid-call-conference-id' },
    });

    const callId = await callInto(conferenceId);
    expect(await add(callId)).toMatchObject({ status: 503, body: { code: 'call-unavailable' } });
    simulator.bandwidth.answerCall(callId);
    const added = await add(callId);
    expect(added.status).toBe(201);
    expect(added.headers.get('location')).toMatch(
      new RegExp(`/conferences/${conferenceId}/members/member-`),
    );
  });

  test('lose a member whose call is hung up', async () => {
    simulator.bandwidth.addMember('+12125550160');
    const { callId } = simulator.bandwidth.addMember('+12125550161');
    await requestBandwidth(simulator, `/calls/${callId}`, { state: 'completed' });
    expect((await requestBandwidth(simulator, `/calls/${callId}`)).body).toMatchObject({
      state: 'completed',
    });
    expect((await requestBandwidth(simulator, path)).body).toMatchObject({ activeMembers: 1 });
  });

  test('have at most twenty members', async () => {
    const { conferenceId } = simulator.profile.bandwidth;
    for (let index = 0; index < 20; index += 1) {
      simulator.bandwidth.addMember(`+1212555010${index}`);
    }
    const callId = await callInto(conferenceId);
    simulator.bandwidth.answerCall(callId);
    expect(await requestBandwidth(simulator, `${path}/members`, { callId })).toMatchObject({
      status: 403,
      body: { category: 'limit', code: 'conference-max-members' },
    });
  });

  test('answer errors in the format that was recorded from the vendor', async () => {
    const { userId } = simulator.profile.bandwidth;
    expect(await requestBandwidth(simulator, '/conferences/conf-none')).toMatchObject({
      status: 404,
      body: {
        category: 'not-found',
        code: 'conference-not-found',
        message: 'The conference conf-none could not be found',
        details: [
          { name: 'conferenceId', value: 'conf-none' },
          { name: 'requestMethod', value: 'GET' },
          { name: 'remoteAddress', value: '127.0.0.1' },
          { name: 'requestPath', value: `users/${userId}/conferences/conf-none` },
        ],
      },
    });
    expect(await requestBandwidth(simulator, path, { callbackTimeout: '20000' })).toMatchObject({
      status: 400,
      body: {
        code: 'validation-error',
        message: "The 'conference' resource property 'callbackTimeout' has an invalid value",
      },
    });
  });

  test('are refused with wrong credentials, and to another user', async () => {
    const { origin } = simulator;
    const wrong = await fetch(`${origin}/v1/users/u-any${path}`);
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ category: 'authentication' });
  });

  test('accept one request per second, and do not execute others', async () => {
    await restart({});
    expect((await requestBandwidth(simulator, path)).status).toBe(200);
    now += 999;
    const refused = await requestBandwidth(simulator, path, { hold: true });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(now + 1));
    expect(refused.body).not.toHaveProperty('message');
    now += 1;
    expect((await requestBandwidth(simulator, path)).body).not.toHaveProperty('hold');
  });

  test('list the calls of a conference, newest first', async () => {
    const { conferenceId } = simulator.profile.bandwidth;
    const older = await callInto(conferenceId);
    const newer = await callInto(conferenceId);
    await requestBandwidth(simulator, '/calls', { from: '+19195550100', to: '+12125550199' });
    const { body } = await requestBandwidth(simulator, `/calls?conferenceId=${conferenceId}`);
    expect(body).toMatchObject([
      { id: newer, to: '+12125550142', state: 'started', conferenceId },
      { id: older },
    ]);
    expect((await requestBandwidth(simulator, '/calls')).body).toHaveLength(3);
  });

  test('have invited people who answer, decline or are hung up on', async () => {
    const { conferenceId } = simulator.profile.bandwidth;
    const stateOf = async (id: string) => (await requestBandwidth(simulator, `/calls/${id}`)).body;
    const answered = await callInto(conferenceId);
    const refused = await callInto(conferenceId);
    expect(await stateOf(answered)).toMatchObject({ state: 'started' });
    simulator.bandwidth.answerCall(answered);
    simulator.bandwidth.rejectCall(refused);
    expect(await stateOf(answered)).toMatchObject({ state: 'active' });
    expect(await stateOf(refused)).toMatchObject({ state: 'rejected' });

    const parties = { from: '+19195550100', to: '+12125550142', conferenceId };
    const { headers } = await requestBandwidth(simulator, '/calls', { ...parties, callTimeout: 1 });
    const silent = headers.get('location')?.split('/').at(-1) ?? '';
    await eventually(() => stateOf(silent)).toMatchObject({
      state: 'completed',
    });
    expect(
      await requestBandwidth(simulator, `/calls/${silent}`, { state: 'completed' }),
    ).toMatchObject({ status: 403, body: { code: 'call-invalid-state' } });
  });

  test('allow at most ten calls in ten seconds', async () => {
    await restart({ callAnswerDelay: null });
    const call = () =>
      requestBandwidth(simulator, '/calls', { from: '+19195550100', to: '+12125550142' });
    simulator.bandwidth.addMember('+12125550160');
    for (let nth = 0; nth < 10; nth += 1) expect((await call()).status).toBe(201);
    expect(await call()).toMatchObject({
      status: 403,
      body: { category: 'limit', code: 'call-rate-limit' },
    });
    now += 10_000;
    expect((await call()).status).toBe(201);
  });

  test.each([
    ['/calls', { from: '+19195550100' }, 'missing-property', 'to'],
    ['/calls', { from: '+19195550100', to: 'nobody' }, 'validation-error', 'to'],
    ['/calls', { from: '+1919', to: '+1212', callTimeout: 301 }, 'validation-error', 'callTimeout'],
    ['audio', {}, 'missing-property', 'fileUrl'],
    ['audio', { sentence: 'a'.repeat(1001) }, 'validation-error', 'sentence'],
    ['audio', { fileUrl: 'greeting.mp3' }, 'validation-error', 'fileUrl'],
    ['audio', { sentence: 'a', locale: 'la' }, 'validation-error', 'locale'],
    ['audio', { sentence: 'a', voice: 'Nobody' }, 'validation-error', 'voice'],
  ])('refuse %s with %j and name the property', async (place, body, code, property) => {
    const answer = await requestBandwidth(
      simulator,
      place === 'audio' ? `${path}/audio` : place,
      body,
    );
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(answer.body).toHaveProperty('message', expect.stringContaining(`'${property}'`));
  });

  test('write times in each format of the vendor’s pages', () => {
    const time = Date.UTC(2013, 6, 12, 17, 22, 47, 123);
    expect(formatTime(time, 'seconds')).toBe('2013-07-12T17:22:47Z');
    expect(formatTime(time, 'short-offset')).toBe('2013-07-12T15:22:47-02');
    expect(formatTime(time, 'milliseconds')).toBe('2013-07-12T17:22:47.123Z');
  });
});
