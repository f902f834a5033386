import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../main/http/undici-client';
import type { TelesocialProfile } from '../../../main/settings/profile';
import { createTalkSpaces } from '../../../main/vendors/telesocial/talkspaces';
import { startSimulator } from '../../../simulator/simulator';
import type { Simulator, SimulatorOptions } from '../../../simulator/simulator';
import { readFixture } from '../../support/fixture';
import { createManualClock } from '../../support/manual-clock';
import { createMemoryLogger } from '../../support/memory-logger';
import { startRawServer } from '../../support/raw-server';
import { startStubServer } from '../../support/stub-server';
import type { StubAnswer, StubRequest, StubServer } from '../../support/stub-server';
import { createVendorRecorder } from '../../support/vendor-recorder';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function connect(profile: TelesocialProfile, networkId = 'eta', leftOpen: string[] = []) {
  const clock = createManualClock();
  const recorder = createVendorRecorder();
  const logger = createMemoryLogger();
  const http = createHttpClient({ vendor: 'telesocial', logger });
  const port = createTalkSpaces({
    profile,
    agent: { name: 'Eta', networkId },
    http,
    clock,
    listener: recorder,
    logger,
    random: () => 0.5,
    leftOpen,
  });
  cleanUps.push(() => port.stop());
  return { port, clock, recorder, logger };
}

async function simulate(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ ...options, telesocial: { answerDelay: null } });
  cleanUps.push(() => simulator.close());
  const { profile } = simulator;
  return { simulator, ...connect(profile.telesocial, profile.agent.networkId) };
}

async function stub(answer: (request: StubRequest) => StubAnswer | undefined) {
  const server: StubServer = await startStubServer(answer);
  cleanUps.push(() => server.close());
  const profile = { baseUrl: server.baseUrl, appKey: 'hush-key' };
  return { server, ...connect(profile) };
}

function lastForm(simulator: Simulator, operation: string): unknown {
  return simulator
    .requests()
    .filter((request) => request.operation === operation)
    .at(-1)?.body;
}

function isList({ method, path }: StubRequest): boolean {
  return method === 'GET' && path === '/api/rest/conference';
}

function list(active?: string | string[]): StubAnswer {
  return { body: JSON.stringify({ ConferenceListResponse: { message: '', status: 200, active } }) };
}

describe('connecting', () => {
  it('asks once, for something harmless, and says connected', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    expect(recorder.connections[0]).toEqual({ state: 'connecting' });
    expect(simulator.requests().map(({ method, operation }) => [method, operation])).toEqual([
      ['GET', 'list'],
    ]);
    expect(clock.pending()).toEqual([]);
  });

  it.each([400, 401, 403])('says signed out when the key is refused with %i', async (status) => {
    const { port, recorder, clock, server } = await stub(() => ({ status, body: '' }));
    port.start();
    await recorder.untilConnection('signed-out');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('wrong-credentials');
    expect(clock.pending()).toEqual([]);
    port.retry();
    await expect.poll(() => server.requests.length).toBe(2);
  });

  it.each([404, 405])('says connected to a service without a list (%i)', async (status) => {
    const { port, recorder } = await stub(() => ({ status, body: 'no such page' }));
    port.start();
    await recorder.untilConnection('connected');
  });

  it('says what is wrong with a service that is not there, and tries again, ever later', async () => {
    const gone = await startRawServer(() => undefined);
    await gone.close();
    const { port, recorder, clock } = connect({ baseUrl: gone.url.origin, appKey: 'hush-key' });
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('no-route');
    const pauses: number[] = [];
    for (let nth = 0; nth < 8; nth += 1) {
      await clock.whenSet();
      pauses.push(clock.pending()[0]!);
      await clock.fireNext();
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000]);
    expect(recorder.connections).toHaveLength(2);
  });

  it('comes back by itself', async () => {
    let status = 502;
    const { port, recorder, clock } = await stub(() => (status === 200 ? list() : { status }));
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('vendor-unavailable');
    status = 200;
    await clock.fireNext();
    await recorder.untilConnection('connected');
  });

  it('does not take any web page for the service', async () => {
    const { port, recorder } = await stub(() => ({ body: '<html>Sign in to the Wi-Fi</html>' }));
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('malformed-answer');
  });
});

describe('starting a TalkSpace', () => {
  it('tells the call before the answer, with the leader being called', async () => {
    const { port, recorder, simulator } = await simulate();
    const answer = await port.open();
    const [space] = simulator.telesocial.conferences();
    expect(answer).toEqual({ kind: 'accepted', value: { callId: `talkspace:${space!.id}` } });
    expect(recorder.lastCall()).toMatchObject({
      id: `talkspace:${space!.id}`,
      line: 'talkspace',
      reference: space!.id,
      state: 'established',
      participants: [{ id: 'eta', presence: 'calling' }],
      actions: ['close-talkspace'],
    });
    expect(lastForm(simulator, 'create')).toEqual({
      networkid: 'eta',
      appkey: simulator.profile.telesocial.appKey,
      recordingid: simulator.profile.telesocial.recordingId,
      greetingid: simulator.profile.telesocial.greetingId,
    });
  });

  it('sends a form, encoded, with the optional ids left out', async () => {
    const { port, server } = await stub((request) =>
      isList(request) ? list() : { status: 201, body: readFixture('telesocial/created.json') },
    );
    const answer = await port.open();
    expect(answer).toEqual({
      kind: 'accepted',
      value: { callId: 'talkspace:63c9b03b84e9476080f7afe9ac2aa58e' },
    });
    const create = server.requests.find(({ method }) => method === 'POST');
    expect(create?.path).toBe('/api/rest/conference');
    expect(create?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(create?.body).toBe('networkid=eta&appkey=hush-key');
  });

  it.each([
    ['HTTP says no, body says yes', 400, 201, 'refused'],
    ['body says no, HTTP says yes', 201, 400, 'refused'],
    ['both say that it cannot be done now', 502, 502, 'vendor-unavailable'],
    ['the leader is not the application’s', 401, 401, 'wrong-credentials'],
  ])('is refused when %s', async (_name, status, bodyStatus, code) => {
    const { port, recorder } = await stub((request) =>
      isList(request)
        ? list()
        : {
            status,
            body: JSON.stringify({
              ConferenceResponse: { message: 'No: hush-key', status: bodyStatus },
            }),
          },
    );
    expect(await port.open()).toEqual({
      kind: 'refused',
      error: { code, vendor: 'telesocial', detail: 'No: [secret]' },
    });
    expect(recorder.events).toEqual([]);
  });

  it('is refused with the text of the generic wrapper', async () => {
    const body = '{"ErrorResponse":{"message":"Missing parameter","status":400}}';
    const { port } = await stub((request) => (isList(request) ? list() : { status: 400, body }));
    expect(await port.open()).toMatchObject({
      kind: 'refused',
      error: { code: 'refused', detail: 'Missing parameter' },
    });
  });

  it.each([
    ['HTML with a failure', 502, '<h1>Bad gateway</h1>', 'refused', 'vendor-unavailable'],
    ['nothing with a failure', 400, '', 'refused', 'refused'],
    ['garbage with a success', 201, '{"Conf', 'no-answer', 'malformed-answer'],
    ['no id', 201, '{"ConferenceResponse":{"status":201}}', 'no-answer', 'malformed-answer'],
    ['a list', 201, '[]', 'no-answer', 'malformed-answer'],
    ['a gateway that gave up', 504, '', 'no-answer', 'vendor-unavailable'],
  ])('survives %s', async (_name, status, body, kind, code) => {
    const { port } = await stub((request) => (isList(request) ? list() : { status, body }));
    expect(await port.open()).toMatchObject({ kind, error: { code } });
  });

  it('says refused, not unknown, when nothing was sent', async () => {
    const gone = await startRawServer(() => undefined);
    await gone.close();
    const { port } = connect({ baseUrl: gone.url.origin, appKey: 'hush-key' });
    expect(await port.open()).toMatchObject({ kind: 'refused', error: { code: 'no-route' } });
  });
});

describe('the roster', () => {
  it('follows who joins and leaves, and rests between readings', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    await port.open();
    const { id } = simulator.telesocial.conferences()[0]!;
    expect(clock.pending()).toEqual([1000]);

    simulator.telesocial.join(id, 'eta');
    await clock.fireNext();
    await recorder.untilEvents(2);
    expect(recorder.roster()).toEqual(['eta']);

    simulator.telesocial.join(id, 'theta');
    await clock.fireNext();
    await recorder.untilEvents(3);
    expect(recorder.roster()).toEqual(['eta', 'theta']);

    const pauses: number[] = [];
    for (let nth = 0; nth < 6; nth += 1) {
      await clock.whenSet();
      pauses.push(clock.pending()[0]!);
      await clock.fireNext();
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 10000, 10000]);
    expect(recorder.events).toHaveLength(3);

    simulator.telesocial.leave(id, 'eta');
    port.start();
    port.refresh();
    await recorder.untilEvents(4);
    expect(recorder.roster()).toEqual(['theta']);
  });

  it('tells the end of a TalkSpace that another application closed', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    await port.open();
    const { id } = simulator.telesocial.conferences()[0]!;
    simulator.telesocial.join(id, 'eta');
    await clock.fireNext();
    await recorder.untilEvents(2);
    simulator.telesocial.end(id);
    await clock.fireNext();
    await recorder.untilEvents(3);
    expect(recorder.events.at(-1)).toEqual({ kind: 'call-ended', callId: `talkspace:${id}` });
    expect(clock.pending()).toEqual([]);
  });

  it('keeps a TalkSpace of which the service tells no details, ever more rarely asked', async () => {
    const { port, recorder, clock, server } = await stub((request) => {
      if (request.method === 'POST')
        return { status: 201, body: readFixture('telesocial/created.json') };
      return { status: 404, body: '' };
    });
    await port.open();
    const before = server.requests.length;
    for (let nth = 0; nth < 6; nth += 1) await clock.fireNext();
    await clock.whenSet();
    expect(clock.pending()).toEqual([10000]);
    // Six times the details, and once the list, which it does not offer either.
    expect(server.requests.length - before).toBe(7);
    expect(recorder.events).toHaveLength(1);
  });

  it('tells the end of a TalkSpace that no list names and no details ever told', async () => {
    const { port, recorder, clock } = await stub((request) => {
      if (request.method === 'POST')
        return { status: 201, body: readFixture('telesocial/created.json') };
      return isList(request) ? list() : { status: 404, body: '' };
    });
    await port.open();
    for (let nth = 0; nth < 3; nth += 1) await clock.fireNext();
    await clock.whenSet();
    expect(recorder.events).toHaveLength(1);
    await clock.fireNext();
    await recorder.untilEvents(2);
    expect(recorder.events.at(-1)).toMatchObject({ kind: 'call-ended' });
  });

  it('tells the end when details, known before, are gone', async () => {
    let status = 200;
    const { port, recorder, clock } = await stub((request) => {
      if (request.method === 'POST')
        return { status: 201, body: readFixture('telesocial/created.json') };
      if (isList(request)) return list(['63c9b03b84e9476080f7afe9ac2aa58e', 'other']);
      const body = { ConferenceDetailsResponse: { message: '', status, participants: 'eta' } };
      return { status: 200, body: JSON.stringify(body) };
    });
    await port.open();
    await clock.fireNext();
    await recorder.untilEvents(2);
    expect(recorder.roster()).toEqual(['eta']);
    status = 404;
    await clock.fireNext();
    await recorder.untilEvents(3);
    expect(recorder.events.at(-1)?.kind).toBe('call-ended');
  });
});

describe('closing a TalkSpace', () => {
  it('ends the call and says accepted', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    await port.open();
    const callId = recorder.lastCall()!.id;
    expect(await port.close(callId)).toEqual({ kind: 'accepted', value: null });
    expect(recorder.events.at(-1)).toEqual({ kind: 'call-ended', callId });
    expect(simulator.telesocial.conferences()[0]!.isActive).toBe(false);
    expect(lastForm(simulator, 'close')).toEqual({
      appkey: simulator.profile.telesocial.appKey,
      action: 'close',
    });
    expect(clock.pending()).toEqual([]);
    expect(await port.close(callId)).toMatchObject({ kind: 'refused', error: { code: 'gone' } });
  });

  async function openOnStub(closeAnswer: StubAnswer | undefined) {
    const parts = await stub((request) => {
      if (isList(request)) return list();
      if (request.method === 'GET') return { status: 404 };
      const isClose = request.body.includes('action=close');
      const created = JSON.stringify({
        ConferenceResponse: { status: 201, conferenceId: 'a/b c', uri: '' },
      });
      return isClose ? closeAnswer : { status: 201, body: created };
    });
    await parts.port.open();
    return parts;
  }

  it('percent-encodes the id', async () => {
    const { port, server } = await openOnStub({ body: readFixture('telesocial/closed.json') });
    await port.close('talkspace:a/b c');
    expect(server.requests.at(-1)?.path).toBe('/api/rest/conference/a%2Fb%20c');
    expect(server.requests.at(-1)?.body).toBe('appkey=hush-key&action=close');
  });

  it('that is gone already ends the call and says so', async () => {
    const { port, recorder } = await openOnStub({
      status: 404,
      body: '{"ConferenceResponse":{"message":"","status":404}}',
    });
    const answer = await port.close('talkspace:a/b c');
    expect(answer).toMatchObject({ kind: 'refused', error: { code: 'gone' } });
    expect(recorder.events.at(-1)?.kind).toBe('call-ended');
  });

  it.each([
    [400, 'refused'],
    [502, 'vendor-unavailable'],
  ])('that is refused with %i leaves the call', async (status, code) => {
    const { port, recorder } = await openOnStub({ status });
    const answer = await port.close('talkspace:a/b c');
    expect(answer).toMatchObject({ kind: 'refused', error: { code } });
    expect(recorder.events).toHaveLength(1);
  });

  it('that is not answered is unknown, and then found out by reading', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    await port.open();
    const callId = recorder.lastCall()!.id;
    simulator.setFaults([
      {
        match: { vendor: 'telesocial', operation: 'close' },
        effect: { kind: 'cut', when: 'after' },
      },
    ]);
    expect(await port.close(callId)).toMatchObject({
      kind: 'no-answer',
      error: { code: 'no-answer' },
    });
    await recorder.untilEvents(2);
    expect(recorder.events.at(-1)).toEqual({ kind: 'call-ended', callId });
    expect(simulator.requests().filter(({ operation }) => operation === 'close')).toHaveLength(1);
    expect(clock.pending()).toEqual([]);
  });
});

describe('a create that was sent and not answered', () => {
  it('is unknown, sent once, and its TalkSpace is found when the agent is in it', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    simulator.telesocial.create('eta');
    port.start();
    await recorder.untilConnection('connected');
    simulator.setFaults([
      {
        match: { vendor: 'telesocial', operation: 'create' },
        times: 1,
        effect: { kind: 'cut', when: 'after' },
      },
    ]);
    expect(await port.open()).toMatchObject({ kind: 'no-answer' });
    expect(recorder.events).toEqual([]);
    const [older, newer] = simulator.telesocial.conferences();
    simulator.telesocial.join(older!.id, 'eta');
    await clock.whenSet();
    simulator.telesocial.join(newer!.id, 'eta');
    await clock.fireNext();
    await recorder.untilEvents(1);
    expect(recorder.lastCall()).toMatchObject({ reference: newer!.id });
    expect(recorder.roster()).toEqual(['eta']);
    expect(simulator.requests().filter(({ operation }) => operation === 'create')).toHaveLength(1);
  });

  it('is searched a few times only', async () => {
    const { port, recorder, simulator, clock } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    simulator.setFaults([
      {
        match: { vendor: 'telesocial', operation: 'create' },
        effect: { kind: 'cut', when: 'before' },
      },
    ]);
    await port.open();
    for (let nth = 0; nth < 4; nth += 1) await clock.fireNext();
    await expect
      .poll(() => simulator.requests().filter(({ operation }) => operation === 'list').length)
      .toBe(7);
    await port.stop();
    expect(clock.pending()).toEqual([]);
    expect(recorder.events).toEqual([]);
  });
});

describe('TalkSpaces that were left open', () => {
  it('are shown again where they still are, and others are none of ours', async () => {
    const { simulator } = await simulate();
    const open = simulator.telesocial.create('eta');
    const closed = simulator.telesocial.create('eta');
    const foreign = simulator.telesocial.create('theta');
    simulator.telesocial.end(closed.id);
    const { port, recorder } = connect(simulator.profile.telesocial, 'eta', [open.id, closed.id]);
    port.start();
    await recorder.untilConnection('connected');
    const told = recorder.events.map((event) => event.kind === 'call-seen' && event.call.reference);
    expect(told).toEqual([open.id]);
    expect(told).not.toContain(foreign.id);
    expect(await port.close(`talkspace:${open.id}`)).toEqual({ kind: 'accepted', value: null });
  });
});

describe('stopping', () => {
  it('leaves no timer and no request, and the TalkSpace open', async () => {
    const { port, simulator, clock } = await simulate();
    port.start();
    await port.open();
    await port.stop();
    expect(clock.pending()).toEqual([]);
    expect(simulator.telesocial.conferences()[0]!.isActive).toBe(true);
  });
});

describe('the log', () => {
  it('never holds the application key', async () => {
    const { port, recorder, simulator, logger } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    await port.open();
    await port.close(recorder.lastCall()!.id);
    expect(logger.text()).toContain('/api/rest/conference');
    expect(logger.text()).not.toContain(simulator.profile.telesocial.appKey);
  });
});
