import { describe, expect, it } from 'vitest';
import { UNLISTED_MS } from '../../../main/vendors/telesocial/ended-talkspaces';
import { readFixture } from '../../support/fixture';
import { NOBODY } from '../../support/nobody';
import type { StubAnswer } from '../../support/stub-server';
import {
  conferenceBody,
  connectTelesocial,
  detailsBody,
  formsOf,
  isList,
  listBody,
  advanceUntil,
  simulateTelesocial,
  injectFault,
  stubTelesocial,
} from '../../support/telesocial-harness';

describe('starting a TalkSpace', () => {
  it('reports the call, with the leader being called, before the answer arrives', async () => {
    const { port, recorder, simulator } = await simulateTelesocial();
    const answer = await port.startConference({});
    const [space] = simulator.telesocial.conferences();
    expect(answer).toEqual({ kind: 'done', value: { callId: `talkspace:${space!.id}` } });
    expect(recorder.lastCall()).toMatchObject({
      id: `talkspace:${space!.id}`,
      line: 'talkspace',
      reference: space!.id,
      state: 'established',
      participants: [{ id: 'eta', address: 'eta', presence: 'calling', actions: ['remove'] }],
      actions: ['add-participant', 'close-talkspace'],
    });
  });

  it('sends the greeting and recording of the profile if none are chosen', async () => {
    const { port, simulator } = await simulateTelesocial();
    await port.startConference({});
    const { appKey, greetingId, recordingId } = simulator.profile.telesocial;
    expect(formsOf(simulator, 'create')).toEqual([
      { networkid: 'eta', appkey: appKey, recordingid: recordingId, greetingid: greetingId },
    ]);
  });

  it('sends the greeting and the recording that were chosen', async () => {
    const { port, simulator } = await simulateTelesocial();
    const { greetings, recordings } = simulator.profile.telesocial;
    await port.startConference({ greetingId: greetings[1]!.id, recordingId: recordings[1]!.id });
    expect(simulator.telesocial.conferences()).toMatchObject([
      { greetingId: greetings[1]!.id, recordingId: recordings[1]!.id },
    ]);
  });

  it('sends an encoded form without the optional IDs', async () => {
    const { port, server } = await stubTelesocial((request) =>
      isList(request) ? listBody() : { status: 201, body: readFixture('telesocial/created.json') },
    );
    const answer = await port.startConference({});
    expect(answer).toEqual({
      kind: 'done',
      value: { callId: 'talkspace:63c9b03b84e9476080f7afe9ac2aa58e' },
    });
    const create = server.requests.find(({ method }) => method === 'POST');
    expect(create?.path).toBe('/api/rest/conference');
    expect(create?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(create?.body).toBe('appkey=hush-key&networkid=eta');
  });

  it.each([
    ['HTTP reports a failure and the body a success', 400, 201, 'refused'],
    ['the body reports a failure and HTTP a success', 201, 400, 'refused'],
    ['both say that the service is unavailable', 502, 502, 'vendor-unavailable'],
    ['the leader is unknown to the application', 401, 401, 'wrong-credentials'],
  ])('is refused when %s', async (_name, status, bodyStatus, code) => {
    const { port, recorder } = await stubTelesocial((request) =>
      isList(request)
        ? listBody()
        : {
            status,
            body: JSON.stringify({
              ConferenceResponse: { message: 'No: hush-key', status: bodyStatus },
            }),
          },
    );
    expect(await port.startConference({})).toEqual({
      kind: 'failed',
      error: { code, vendor: 'telesocial', detail: 'No: [secret]' },
    });
    expect(recorder.events).toEqual([]);
  });

  it('is refused with the message of the generic wrapper', async () => {
    const body = '{"ErrorResponse":{"message":"Missing parameter","status":400}}';
    const { port } = await stubTelesocial((request) =>
      isList(request) ? listBody() : { status: 400, body },
    );
    expect(await port.startConference({})).toMatchObject({
      kind: 'failed',
      error: { code: 'refused', detail: 'Missing parameter' },
    });
  });

  it.each([
    ['the failure of a gateway', 502, '<h1>Bad gateway</h1>', 'unknown', 'vendor-unavailable'],
    ['an error of another server', 500, '<h1>Oops</h1>', 'unknown', 'vendor-unavailable'],
    ['nothing with a failure', 400, '', 'failed', 'refused'],
    ['garbage with a success', 201, '{"Conf', 'unknown', 'malformed-answer'],
    ['no id', 201, '{"ConferenceResponse":{"status":201}}', 'unknown', 'malformed-answer'],
    ['a list', 201, '[]', 'unknown', 'malformed-answer'],
    ['a gateway that gave up', 504, '', 'unknown', 'vendor-unavailable'],
  ])('survives %s', async (_name, status, body, kind, code) => {
    const { port } = await stubTelesocial((request) =>
      isList(request) ? listBody() : { status, body },
    );
    expect(await port.startConference({})).toMatchObject({ kind, error: { code } });
  });

  it('is refused, not unknown, if nothing was sent', async () => {
    const { port } = connectTelesocial({ baseUrl: NOBODY, appKey: 'hush-key' });
    expect(await port.startConference({})).toMatchObject({
      kind: 'failed',
      error: { code: 'no-route' },
    });
  });
});

describe('closing a TalkSpace', () => {
  it('ends the call and is accepted', async () => {
    const { port, recorder, simulator } = await simulateTelesocial();
    await port.startConference({});
    const callId = recorder.lastCall()!.id;
    expect(await port.perform({ kind: 'close-talkspace', callId })).toEqual({
      kind: 'done',
      value: null,
    });
    expect(recorder.events).toContainEqual({ kind: 'call-ended', callId, isStated: true });
    expect(simulator.telesocial.conferences()[0]!.isActive).toBe(false);
    expect(formsOf(simulator, 'close')).toEqual([
      { appkey: simulator.profile.telesocial.appKey, action: 'close' },
    ]);
    expect(await port.perform({ kind: 'close-talkspace', callId })).toMatchObject({
      kind: 'failed',
      error: { code: 'gone' },
    });
  });

  async function openOnStub(closeAnswer: StubAnswer | undefined) {
    const parts = await stubTelesocial((request) => {
      if (isList(request)) return listBody();
      if (request.method === 'GET') return { status: 404 };
      const isClose = request.body.includes('action=close');
      const created = JSON.stringify({
        ConferenceResponse: { status: 201, conferenceId: 'a/b c', uri: '' },
      });
      return isClose ? closeAnswer : { status: 201, body: created };
    });
    await parts.port.startConference({});
    return parts;
  }

  it('percent-encodes the ID', async () => {
    const { port, server } = await openOnStub({ body: readFixture('telesocial/closed.json') });
    await port.perform({ kind: 'close-talkspace', callId: 'talkspace:a/b c' });
    expect(server.requests.at(-1)?.path).toBe('/api/rest/conference/a%2Fb%20c');
    expect(server.requests.at(-1)?.body).toBe('appkey=hush-key&action=close');
  });

  it('that no longer exists ends the call and reports that', async () => {
    const { port, recorder } = await openOnStub({
      status: 404,
      body: '{"ConferenceResponse":{"message":"","status":404}}',
    });
    const answer = await port.perform({ kind: 'close-talkspace', callId: 'talkspace:a/b c' });
    expect(answer).toMatchObject({ kind: 'failed', error: { code: 'gone' } });
    expect(recorder.events.at(-1)?.kind).toBe('call-ended');
  });

  it('that was wrongly said not to exist is shown again', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    await port.startConference({});
    const callId = recorder.lastCall()!.id;
    injectFault(simulator, 'close', { kind: 'status', status: 404, body: conferenceBody(404) });
    await port.perform({ kind: 'close-talkspace', callId });
    expect(recorder.events).toContainEqual({ kind: 'call-ended', callId, isStated: false });
    const past = recorder.events.length;
    await advanceUntil(clock, () =>
      recorder.events.slice(past).some(({ kind }) => kind === 'call-fetched'),
    );
    expect(recorder.lastCall()).toMatchObject({ id: callId, state: 'established' });
  });

  it.each([
    [400, '', 'failed', 'refused'],
    [404, '', 'failed', 'wrong-address'],
    [502, conferenceBody(502), 'failed', 'vendor-unavailable'],
    [502, '', 'unknown', 'vendor-unavailable'],
  ])('that is refused with %i %j does not end the call', async (status, body, kind, code) => {
    const { port, recorder } = await openOnStub({ status, body });
    const answer = await port.perform({ kind: 'close-talkspace', callId: 'talkspace:a/b c' });
    expect(answer).toMatchObject({ kind, error: { code } });
    expect(recorder.events).toHaveLength(1);
  });

  it('without an answer is unknown, until polling settles it', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    await port.startConference({});
    const callId = recorder.lastCall()!.id;
    injectFault(simulator, 'close', { kind: 'cut', when: 'after' });
    expect(await port.perform({ kind: 'close-talkspace', callId })).toMatchObject({
      kind: 'unknown',
      error: { code: 'no-answer' },
    });
    await advanceUntil(clock, () => recorder.events.some(({ kind }) => kind === 'call-ended'));
    expect(formsOf(simulator, 'close')).toHaveLength(1);
  });
});

describe('closing a TalkSpace that nobody has joined, without getting an answer', () => {
  it('is believed as soon as the list lacks it twice', async () => {
    const { port, recorder, clock } = await stubTelesocial((request) => {
      if (isList(request)) return listBody();
      if (request.method === 'GET') return detailsBody();
      if (request.body.includes('action=close')) return undefined;
      return { status: 201, body: conferenceBody(201, { conferenceId: 'c-1', uri: '' }) };
    });
    await port.startConference({});
    const callId = recorder.lastCall()!.id;
    const askedAt = clock.elapsed();
    expect(await port.perform({ kind: 'close-talkspace', callId })).toMatchObject({
      kind: 'unknown',
    });
    await advanceUntil(clock, () => recorder.events.some(({ kind }) => kind === 'call-ended'));
    expect(clock.elapsed() - askedAt).toBeLessThan(UNLISTED_MS);
  });
});

describe('starting a TalkSpace without getting an answer', () => {
  it('is unknown and sent once, and the TalkSpace is found once the agent is in it', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    simulator.telesocial.create('eta');
    port.start();
    await recorder.untilConnection('connected');
    injectFault(simulator, 'create', { kind: 'cut', when: 'after' });
    expect(await port.startConference({})).toMatchObject({ kind: 'unknown' });
    expect(recorder.events).toEqual([]);
    const [older, newer] = simulator.telesocial.conferences();
    simulator.telesocial.join(older!.id, 'eta');
    simulator.telesocial.join(newer!.id, 'eta');
    await advanceUntil(clock, () => recorder.events.length > 0);
    expect(recorder.lastCall()).toMatchObject({ reference: newer!.id });
    expect(recorder.roster()).toEqual(['eta']);
    expect(formsOf(simulator, 'create')).toHaveLength(1);
  });

  it('finds it even if a list had it before the request timed out', async () => {
    let active: string[] = [];
    let cut: (() => void) | undefined;
    const { port, recorder, server, clock } = await stubTelesocial((request) => {
      if (isList(request)) return listBody(active);
      if (request.method === 'GET') return detailsBody('eta');
      active = ['new'];
      return new Promise((resolve) => (cut = () => resolve(undefined)));
    });
    port.start();
    await recorder.untilConnection('connected');
    const asking = port.startConference({});
    await advanceUntil(clock, () => cut !== undefined);
    const before = server.requests.length;
    port.retry();
    await advanceUntil(clock, () => server.requests.length > before);
    cut!();
    expect(await asking).toMatchObject({ kind: 'unknown' });
    await advanceUntil(clock, () => recorder.events.length > 0);
    expect(recorder.lastCall()).toMatchObject({ reference: 'new' });
  });

  it('finds it even if its participants cannot be fetched for the length of the search', async () => {
    let active: string[] = [];
    let details = 0;
    const { port, recorder, clock } = await stubTelesocial((request) => {
      if (isList(request)) return listBody(active);
      if (request.method !== 'GET') {
        active = ['new'];
        return undefined;
      }
      details += 1;
      return details <= 8 ? { body: 'garbage' } : detailsBody('eta');
    });
    port.start();
    await recorder.untilConnection('connected');
    expect(await port.startConference({})).toMatchObject({ kind: 'unknown' });
    await advanceUntil(clock, () => recorder.events.length > 0);
    expect(recorder.lastCall()).toMatchObject({ reference: 'new' });
  });

  it('stops searching if the participants of a TalkSpace can never be fetched', async () => {
    let active: string[] = [];
    const { port, recorder, clock, logger, server } = await stubTelesocial((request) => {
      if (isList(request)) return listBody(active);
      if (request.method === 'GET') return { status: 500, body: '<h1>Oops</h1>' };
      active = ['new'];
      return undefined;
    });
    port.start();
    await recorder.untilConnection('connected');
    expect(await port.startConference({})).toMatchObject({ kind: 'unknown' });
    await advanceUntil(clock, () => logger.text().includes('searched for the TalkSpace'));
    expect(server.requests.filter(isList).length).toBeLessThan(15);
    expect(recorder.events).toEqual([]);
  });

  it('finds it even if the list could be fetched only at the fourth attempt', async () => {
    let lists = 0;
    let active = ['older'];
    const { port, recorder, clock } = await stubTelesocial((request) => {
      if (isList(request)) return (lists += 1) < 4 ? { body: 'garbage' } : listBody(active);
      if (request.method === 'GET') return detailsBody('eta');
      active = ['older', 'new'];
      return undefined;
    });
    const starting = port.startConference({});
    await advanceUntil(clock, () => active.includes('new'));
    expect(await starting).toMatchObject({ kind: 'unknown' });
    await advanceUntil(clock, () => recorder.events.length > 0);
    expect(recorder.lastCall()).toMatchObject({ reference: 'new' });
  });

  it('ignores a TalkSpace that the agent is not in', async () => {
    const { port, recorder, simulator, clock, logger } = await simulateTelesocial();
    port.start();
    await recorder.untilConnection('connected');
    injectFault(simulator, 'create', { kind: 'cut', when: 'before' });
    expect(await port.startConference({})).toMatchObject({ kind: 'unknown' });
    const { id } = simulator.telesocial.create('theta');
    simulator.telesocial.join(id, 'theta');
    await advanceUntil(clock, () => logger.text().includes('searched for the TalkSpace'));
    expect(recorder.events).toEqual([]);
  });

  it('chooses none if the agent is in two that may be it', async () => {
    let active: string[] = [];
    const { port, recorder, clock, logger } = await stubTelesocial((request) => {
      if (isList(request)) return listBody(active);
      if (request.method === 'GET') return detailsBody('eta');
      active = ['one', 'two'];
      return undefined;
    });
    port.start();
    await recorder.untilConnection('connected');
    expect(await port.startConference({})).toMatchObject({ kind: 'unknown' });
    await advanceUntil(clock, () => logger.text().includes('searched for the TalkSpace'));
    expect(recorder.events).toEqual([]);
  });

  it('searches only a few times', async () => {
    const { port, recorder, simulator, clock, logger } = await simulateTelesocial();
    port.start();
    await recorder.untilConnection('connected');
    injectFault(simulator, 'create', { kind: 'cut', when: 'before' });
    await port.startConference({});
    await advanceUntil(clock, () => logger.text().includes('searched for the TalkSpace'));
    const lists = formsOf(simulator, 'list').length;
    clock.advance(600_000);
    await port.stop();
    // One when connecting, one to check that the service is there, five during the search.
    expect([lists, formsOf(simulator, 'list').length]).toEqual([7, 7]);
    expect(recorder.events).toEqual([]);
  });
});
