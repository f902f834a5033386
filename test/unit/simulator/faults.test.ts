import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { FaultEffect } from '../../../simulator/faults/schema';
import { startSimulator, type JournalEntry, type Simulator } from '../../../simulator/simulator';
import { SimulatedAgent } from '../../support/simulated-agent';
import {
  requestBandwidth,
  postTelesocial,
  requestVerba,
  fetchVerbaToken,
} from '../../support/simulated-vendors';

describe('a fault', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ telesocial: { answerDelay: null } });
  });
  afterEach(() => simulator.close());

  function set(effect: FaultEffect, times?: number): void {
    simulator.setFaults([
      { match: { vendor: 'telesocial' }, ...(times === undefined ? {} : { times }), effect },
    ]);
  }

  const create = () => postTelesocial(simulator, '', { networkid: 'eta' });
  const created = () => simulator.telesocial.conferences().length;
  const lastRequest = () => simulator.requests().at(-1);

  test('cuts the connection before the operation', async () => {
    set({ kind: 'cut', when: 'before' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(created()).toBe(0);
    expect(lastRequest()).toMatchObject({
      operation: 'create',
      status: undefined,
      answered: false,
    });
  });

  test('cuts the connection after the operation, without an answer', async () => {
    set({ kind: 'cut', when: 'after' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(created()).toBe(1);
    expect(lastRequest()).toMatchObject({ status: undefined, answered: false });
  });

  test('cuts the connection within the answer', async () => {
    set({ kind: 'cut', when: 'inside' });
    await expect(create()).rejects.toThrow('terminated');
    expect(created()).toBe(1);
    expect(lastRequest()).toMatchObject({ status: 201, answered: false });
  });

  test('truncates a body with a matching length', async () => {
    set({ kind: 'truncated-body' });
    await expect(create()).rejects.toThrow(SyntaxError);
    expect(created()).toBe(1);
  });

  test.each([
    [{ kind: 'garbage-body' }, 200, '\u0000{"statusCode":0,,<!'],
    [{ kind: 'status', status: 502, body: '{"a":1}' }, 502, '{"a":1}'],
    [{ kind: 'html-body', status: 503 }, 503, expect.stringContaining('<!DOCTYPE html>')],
  ] satisfies [FaultEffect, number, unknown][])(
    'answers %j without performing the operation',
    async (effect, status, body) => {
      set(effect);
      const answer = await fetch(`${simulator.origin}/api/rest/conference`, { method: 'POST' });
      expect([answer.status, await answer.text()]).toEqual([status, body]);
      expect(created()).toBe(0);
    },
  );

  test('delays the operation', async () => {
    set({ kind: 'delay', milliseconds: 30 });
    const isReceived = new Promise<JournalEntry>((resolve) => simulator.onRequest(resolve));
    const answer = create();
    expect((await isReceived).answered).toBe(false);
    expect(created()).toBe(0);
    expect((await answer).status).toBe(201);
  });

  test('cuts the connection if the simulator is reset during the delay, and nothing happens later', async () => {
    set({ kind: 'delay', milliseconds: 30 });
    const isReceived = new Promise<JournalEntry>((resolve) => simulator.onRequest(resolve));
    const cut = expect(create()).rejects.toThrow('fetch failed');
    await isReceived;
    simulator.reset();
    await cut;
    set({ kind: 'delay', milliseconds: 30 });
    await create();
    expect(created()).toBe(1);
  });

  test('occurs the given number of times', async () => {
    set({ kind: 'status', status: 502, body: '{}' }, 2);
    expect((await create()).status).toBe(502);
    expect(simulator.faults()).toMatchObject([{ times: 1 }]);
    expect((await create()).status).toBe(502);
    expect((await create()).status).toBe(201);
    expect(simulator.faults()).toEqual([]);
  });

  test('affects only requests that match: method, path by prefix or pattern, operation', async () => {
    const effect: FaultEffect = { kind: 'status', status: 502, body: '{}' };
    const strikes = async (match: object) => {
      simulator.setFaults([{ match, effect }]);
      return (await create()).status === 502;
    };
    expect(await strikes({ method: 'post' })).toBe(true);
    expect(await strikes({ method: 'GET' })).toBe(false);
    expect(await strikes({ path: '/api/rest' })).toBe(true);
    expect(await strikes({ path: '/rest' })).toBe(false);
    expect(await strikes({ path: '*/conference' })).toBe(true);
    expect(await strikes({ path: '*/conference/*' })).toBe(false);
    expect(await strikes({ operation: 'create' })).toBe(true);
    expect(await strikes({ operation: 'close' })).toBe(false);
    simulator.clearFaults();
    expect((await create()).status).toBe(201);
  });

  test('expires a session before the request is handled', async () => {
    const agent = new SimulatedAgent(simulator);
    await agent.signIn();
    const token = await fetchVerbaToken(simulator);
    simulator.setFaults([
      { match: { vendor: 'genesys' }, times: 1, effect: { kind: 'expired-session' } },
      { match: { vendor: 'verba' }, times: 1, effect: { kind: 'expired-session' } },
    ]);
    expect((await agent.get('/api/v2/me')).status).toBe(403);
    expect(await requestVerba(simulator, { action: 'GetCallID', token, callID: 'x' })).toContain(
      'invalid or expired',
    );
  });

  test('limits the rate as the vendor does', async () => {
    const { conferenceId } = simulator.profile.bandwidth;
    simulator.setFaults([{ match: { vendor: 'bandwidth' }, effect: { kind: 'rate-limit' } }]);
    const answer = await requestBandwidth(simulator, `/conferences/${conferenceId}`);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('x-ratelimit-reset'))).toBeGreaterThan(0);
  });

  test('also affects the long poll, whose events are lost', async () => {
    const agent = new SimulatedAgent(simulator);
    await agent.signIn();
    const send = async (message: object): Promise<unknown> =>
      (await agent.post('/api/v2/notifications', [message])).json();
    const shake = await send({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
    });
    const { clientId } = z.array(z.looseObject({ clientId: z.string() })).parse(shake)[0]!;
    await send({ channel: '/meta/subscribe', clientId, subscription: '/v2/me/calls' });
    simulator.genesys.arrive({ from: '15001' });
    simulator.setFaults([
      { match: { operation: '/meta/connect' }, times: 1, effect: { kind: 'cut', when: 'after' } },
    ]);
    const poll = { channel: '/meta/connect', clientId, connectionType: 'long-polling' };
    const once = { ...poll, advice: { timeout: 0 } };
    await expect(send(once)).rejects.toThrow('fetch failed');
    expect(await send(once)).toMatchObject([{ channel: '/meta/connect', successful: true }]);
  });
});
