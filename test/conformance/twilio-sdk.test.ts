import { RestException, type Twilio } from 'twilio';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { eventually } from '../support/eventually';
import { findViolations, type TwilioExchange } from '../support/twilio-document';
import { connectSdk } from '../support/twilio-sdk';

const NUMBER = '+14155550100';
const AGENT = '+14155550115';
const CUSTOMER = '+12125550142';
const AUDIO = 'https://media.example/greeting.mp3';

describe("the vendor's own SDK", () => {
  let simulator: Simulator;
  let client: Twilio;
  let exchanges: readonly TwilioExchange[];
  let sid = '';
  let callSid = '';

  /** A conference of the agent, who was called, and a customer, who dialed in. */
  beforeEach(async () => {
    simulator = await startSimulator({ twilio: { answerDelay: null, recordingDelay: 1 } });
    ({ client, exchanges } = connectSdk(simulator));
    const participant = await client.conferences('Team').participants.create({
      from: NUMBER,
      to: AGENT,
      label: 'agent',
      conferenceRecord: 'record-from-start',
    });
    sid = participant.conferenceSid;
    callSid = participant.callSid;
    simulator.twilio.answer(callSid);
    simulator.twilio.join({ number: CUSTOMER, conference: 'Team', callerName: 'ADA MARSH' });
  });

  /** Every request and every answer conforms to the vendor's OpenAPI document. */
  afterEach(async () => {
    await simulator.close();
    expect(exchanges.filter(({ status }) => status < 400).flatMap(findViolations)).toEqual([]);
  });

  const participants = () => client.conferences(sid).participants;
  const recordings = () => client.conferences(sid).recordings;
  const present = () => simulator.twilio.conference(sid).participants;

  test('FetchAccount', async () => {
    const { accountSid } = simulator.twilioProfile;
    const account = await client.api.v2010.accounts(accountSid).fetch();
    expect(account).toMatchObject({ sid: accountSid, status: 'active' });
  });

  test('ListConference', async () => {
    simulator.twilio.join({ number: CUSTOMER, conference: 'Other' });
    const running = await client.conferences.list({ status: 'in-progress' });
    expect(running.map(({ friendlyName }) => friendlyName)).toEqual(['Other', 'Team']);
    const named = await client.conferences.list({ friendlyName: 'Team', status: 'in-progress' });
    expect(named).toMatchObject([{ sid, status: 'in-progress' }]);
    const before = new Date('2020-02-02T00:00:00Z');
    expect(await client.conferences.list({ dateCreatedBefore: before })).toEqual([]);
  });

  test('ListConference, page by page', async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      simulator.twilio.join({ number: CUSTOMER, conference: `Room ${nth}` });
    }
    const all = await client.conferences.list({ pageSize: 2 });
    expect(all.map(({ friendlyName }) => friendlyName)).toEqual([
      'Room 4',
      'Room 3',
      'Room 2',
      'Room 1',
      'Room 0',
      'Team',
    ]);
    expect(exchanges.filter(({ path }) => path.endsWith('/Conferences.json'))).toHaveLength(3);
  });

  test('FetchConference', async () => {
    const conference = await client.conferences(sid).fetch();
    expect(conference).toMatchObject({ sid, friendlyName: 'Team', status: 'in-progress' });
    expect(conference.dateCreated.getTime()).toBeGreaterThan(0);
  });

  test('UpdateConference ends it for everybody', async () => {
    await client.conferences(sid).update({ status: 'completed' });
    expect(await client.conferences(sid).fetch()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'conference-ended-via-api',
    });
    expect(await participants().list()).toEqual([]);
    expect(await client.calls(callSid).fetch()).toMatchObject({ status: 'completed' });
  });

  test('UpdateConference plays to everybody', async () => {
    await client.conferences(sid).update({ announceUrl: AUDIO, announceMethod: 'GET' });
    expect(simulator.twilio.conference(sid).announcements).toEqual([AUDIO]);
  });

  test('CreateParticipant calls a person, who joins by answering', async () => {
    const created = await participants().create({
      from: NUMBER,
      to: '+12125550143',
      label: 'third',
      muted: true,
      startConferenceOnEnter: true,
      endConferenceOnExit: false,
    });
    expect(created).toMatchObject({ status: 'queued', label: 'third', muted: true });
    simulator.twilio.ring(created.callSid);
    expect(await participants()('third').fetch()).toMatchObject({ status: 'ringing' });
    simulator.twilio.answer(created.callSid);
    expect(await participants()('third').fetch()).toMatchObject({ status: 'connected' });
  });

  test('CreateParticipant with an unused name starts another conference', async () => {
    await client.conferences(sid).update({ status: 'completed' });
    const again = await client.conferences('Team').participants.create({ from: NUMBER, to: AGENT });
    expect(again.conferenceSid).not.toBe(sid);
    expect(await client.conferences(again.conferenceSid).fetch()).toMatchObject({ status: 'init' });
  });

  test('ListParticipant has only people who are in it or being called', async () => {
    const created = await participants().create({ from: NUMBER, to: '+12125550143' });
    expect(await participants().list()).toMatchObject([
      { callSid, status: 'connected', hold: false, muted: false },
      { status: 'connected', label: null },
      { callSid: created.callSid, status: 'queued' },
    ]);
    simulator.twilio.fail(created.callSid, 'busy');
    simulator.twilio.leave(CUSTOMER, sid);
    expect((await participants().list()).map((each) => each.callSid)).toEqual([callSid]);
  });

  test('ListParticipant returns a thousand, in pages of the maximum size', async () => {
    for (let nth = 0; nth < 1_000; nth += 1) {
      simulator.twilio.join({ number: `+1646${1_000_000 + nth}`, conference: 'Team' });
    }
    const all = await participants().list({ pageSize: 1_000 });
    expect(new Set(all.map((each) => each.callSid)).size).toBe(1_002);
  });

  test('FetchParticipant by the SID of the call', async () => {
    expect(await participants()(callSid).fetch()).toMatchObject({ label: 'agent' });
  });

  test('UpdateParticipant', async () => {
    await participants()(callSid).update({ muted: true });
    await participants()('agent').update({ hold: true });
    expect(present()[0]).toMatchObject({ isMuted: true, isHeld: true });
    await participants()(callSid).update({ muted: false, hold: false, announceUrl: AUDIO });
    expect(present()[0]).toMatchObject({ isMuted: false, isHeld: false, announcements: [AUDIO] });
  });

  test('DeleteParticipant, including the last one', async () => {
    for (const each of await participants().list()) await participants()(each.callSid).remove();
    expect(await client.conferences(sid).fetch()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'last-participant-kicked',
    });
  });

  test('FetchCall returns the number and the name', async () => {
    const [agent, customer] = await participants().list();
    expect(await client.calls(agent!.callSid).fetch()).toMatchObject({
      to: AGENT,
      from: NUMBER,
      direction: 'outbound-api',
      status: 'in-progress',
      callerName: null,
    });
    expect(await client.calls(customer!.callSid).fetch()).toMatchObject({
      to: NUMBER,
      from: CUSTOMER,
      direction: 'inbound',
      callerName: 'ADA MARSH',
    });
  });

  test('ListCall by number and status', async () => {
    const created = await participants().create({ from: NUMBER, to: '+12125550143' });
    const list = (filter: object) =>
      client.calls.list(filter).then((calls) => calls.map((c) => c.sid));
    expect(await list({ to: AGENT, status: 'in-progress' })).toEqual([callSid]);
    expect(await list({ from: NUMBER })).toEqual([created.callSid, callSid]);
    expect(await list({ to: AGENT, status: 'ringing' })).toEqual([]);
  });

  test('UpdateCall hangs up before and after the answer', async () => {
    const created = await participants().create({ from: NUMBER, to: '+12125550143' });
    await client.calls(created.callSid).update({ status: 'canceled' });
    expect(present()).toHaveLength(2);
    await expect(
      client.calls(created.callSid).update({ status: 'completed' }),
    ).rejects.toMatchObject({
      status: 400,
      code: 21220,
    });
    await client.calls(callSid).update({ status: 'completed' });
    expect(present()).toHaveLength(1);
  });

  test('recordings of the conference: list, fetch, pause, resume, stop', async () => {
    const [recording] = await recordings().list();
    expect(recording).toMatchObject({
      status: 'in-progress',
      source: 'Conference',
      duration: null,
    });
    await recordings()('Twilio.CURRENT').update({ status: 'paused', pauseBehavior: 'silence' });
    expect(await recordings()(recording!.sid).fetch()).toMatchObject({ status: 'paused' });
    await recordings()(recording!.sid).update({ status: 'in-progress' });
    const stopped = await recordings()('Twilio.CURRENT').update({ status: 'stopped' });
    expect(stopped).toMatchObject({ sid: recording!.sid, status: 'stopped' });
    await eventually(() => recordings()(recording!.sid).fetch()).toMatchObject({
      status: 'completed',
      duration: expect.stringMatching(/^\d+$/) as unknown,
    });
  });

  test('recordings of the account: a running one is stopped before it is deleted', async () => {
    const [recording] = await client.recordings.list({ conferenceSid: sid });
    const one = client.recordings(recording!.sid);
    await expect(one.remove()).rejects.toMatchObject({ status: 400 });
    await recordings()('Twilio.CURRENT').update({ status: 'stopped' });
    await one.remove();
    await expect(one.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    expect(await client.recordings.list({ conferenceSid: sid })).toEqual([]);
    expect(
      await client.recordings.list({ conferenceSid: sid, includeSoftDeleted: true }),
    ).toMatchObject([{ status: 'deleted' }]);
  });

  test('deletes a recording of the conference', async () => {
    const [recording] = await recordings().list();
    await client.conferences(sid).update({ status: 'completed' });
    await recordings()(recording!.sid).remove();
    expect(await recordings().list()).toEqual([]);
  });

  describe('gets an error for', () => {
    const invite =
      (to: string, from = NUMBER) =>
      () =>
        participants().create({ from, to });

    test.each<[code: number, status: number, string, ask: () => Promise<unknown>]>([
      [
        20404,
        404,
        'an unknown conference',
        () => client.conferences(`CF${'0'.repeat(32)}`).fetch(),
      ],
      [20404, 404, 'an unknown participant', () => participants()('nobody').fetch()],
      [
        20004,
        405,
        'an invalid conference SID',
        () => client.conferences('Team').participants.list(),
      ],
      [21201, 400, 'nobody to call', invite('')],
      [21211, 400, 'an invalid number', invite('12')],
      [21212, 400, 'an invalid caller', invite(CUSTOMER, 'me')],
      [21210, 400, 'an unverified caller', invite(CUSTOMER, '+19995550100')],
      [21215, 400, 'a destination that is not permitted', invite('+19005550100')],
    ])('%i: %i, %s', async (code, status, _what, ask) => {
      await expect(ask()).rejects.toMatchObject({ code, status });
    });

    test('20003: a wrong secret', async () => {
      const stranger = connectSdk({
        ...simulator,
        twilioProfile: { ...simulator.twilioProfile, apiKeySecret: 'wrong' },
      });
      await expect(stranger.client.conferences.list()).rejects.toMatchObject({
        code: 20003,
        status: 401,
      });
    });

    test('20429: too many requests', async () => {
      simulator.setFaults([{ match: { vendor: 'twilio' }, effect: { kind: 'rate-limit' } }]);
      const refused = client.conferences(sid).fetch();
      await expect(refused).rejects.toBeInstanceOf(RestException);
      await expect(refused).rejects.toMatchObject({ code: 20429, status: 429 });
    });
  });

  test('can also authenticate with the auth token', async () => {
    const { accountSid, authToken = '' } = simulator.twilioProfile;
    const owner = connectSdk({
      ...simulator,
      twilioProfile: {
        ...simulator.twilioProfile,
        apiKeySid: accountSid,
        apiKeySecret: authToken,
      },
    });
    expect(await owner.client.conferences(sid).fetch()).toMatchObject({ sid });
  });

  test('finds its requests in the journal, by their names in the document', async () => {
    await participants()(callSid).update({ muted: true });
    expect(simulator.requests().at(-1)).toMatchObject({
      vendor: 'twilio',
      method: 'POST',
      operation: 'UpdateParticipant',
      body: { Muted: 'true' },
      status: 200,
    });
  });
});
