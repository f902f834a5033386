import { describe, expect, it } from 'vitest';
import type { CallOperation } from '../../../contract/call-operations';
import type { VendorCall } from '../../../main/calls/call-events';
import {
  conferenceBody,
  detailsBody,
  formsOf,
  isList,
  listBody,
  advanceUntil,
  simulateTelesocial,
  injectFault,
  stubTelesocial,
} from '../../support/telesocial-harness';

const ACCEPTED = { kind: 'done', value: null };

/** A TalkSpace that the leader has joined. */
async function openWithLeader() {
  const parts = await simulateTelesocial();
  const { port, recorder, simulator, clock } = parts;
  await port.startConference({});
  const { id } = simulator.telesocial.conferences()[0]!;
  const callId = `talkspace:${id}`;
  simulator.telesocial.join(id, 'eta');

  function callOf(wanted = callId): VendorCall | undefined {
    return recorder.events
      .flatMap((event) => ('call' in event && event.call.id === wanted ? [event.call] : []))
      .at(-1);
  }
  function rosterOf(wanted = callId): string[] {
    return (callOf(wanted)?.participants ?? []).map(({ name, presence, isMuted }) => {
      const shown = presence === 'joined' ? name : `(${name})`;
      return isMuted ? `${shown} muted` : shown;
    });
  }
  const untilRoster = (...names: string[]) =>
    advanceUntil(clock, () => rosterOf().join() === names.join());
  const ofEta = { callId, participantId: 'eta' };
  await untilRoster('eta');
  return { ...parts, id, callId, ofEta, callOf, rosterOf, untilRoster };
}

describe('adding a person', () => {
  it('shows them as being called until the details list them', async () => {
    const { port, callId, simulator, id, callOf, rosterOf, untilRoster } = await openWithLeader();
    const asked: CallOperation = { kind: 'add-participant', callId, address: '@lambda' };
    expect(await port.perform(asked)).toEqual(ACCEPTED);
    expect(rosterOf()).toEqual(['eta', '(@lambda)']);
    expect(callOf()?.participants[1]).toMatchObject({ address: '@lambda', actions: ['remove'] });
    const { appKey, greetingId } = simulator.profile.telesocial;
    expect(formsOf(simulator, 'add')).toEqual([
      { appkey: appKey, action: 'add', networkid: '@lambda', greetingid: greetingId },
    ]);
    simulator.telesocial.join(id, '@lambda');
    await untilRoster('eta', '@lambda');
    expect(callOf()?.participants[1]?.actions).toEqual(['remove', 'mute']);
  });

  it('muted and with a chosen greeting shows them as muted, even after they have joined', async () => {
    const { port, callId, simulator, id, rosterOf, untilRoster } = await openWithLeader();
    const greetingId = simulator.profile.telesocial.greetings[1]!.id;
    const asked = { kind: 'add-participant', callId, address: 'theta', isMuted: true } as const;
    await port.perform({ ...asked, greetingId });
    expect(formsOf(simulator, 'add')).toMatchObject([{ greetingid: greetingId, muted: 'true' }]);
    expect(rosterOf()).toEqual(['eta', '(theta) muted']);
    simulator.telesocial.join(id, 'theta');
    await untilRoster('eta', 'theta muted');
  });

  it.each([
    ['who is already in it', 'eta'],
    ['who is being called', 'theta'],
  ])('%s sends nothing', async (_case, address) => {
    const { port, callId, simulator } = await openWithLeader();
    await port.perform({ kind: 'add-participant', callId, address: 'theta' });
    expect(await port.perform({ kind: 'add-participant', callId, address })).toEqual({
      kind: 'failed',
      error: { code: 'already-there', vendor: 'telesocial', detail: address },
    });
    expect(formsOf(simulator, 'add')).toHaveLength(1);
  });

  it('unknown to the application is refused, and the error names them', async () => {
    const { port, callId, rosterOf } = await openWithLeader();
    expect(await port.perform({ kind: 'add-participant', callId, address: 'nobody' })).toEqual({
      kind: 'failed',
      error: { code: 'unknown-person', vendor: 'telesocial', detail: 'nobody' },
    });
    expect(rosterOf()).toEqual(['eta']);
  });
});

describe('removing a person', () => {
  it('who has joined hangs up their telephone', async () => {
    const { port, callId, simulator, id, untilRoster, rosterOf } = await openWithLeader();
    simulator.telesocial.join(id, 'theta');
    await untilRoster('eta', 'theta');
    const asked = { kind: 'remove-participant', callId, participantId: 'theta' } as const;
    expect(await port.perform(asked)).toEqual(ACCEPTED);
    expect(rosterOf()).toEqual(['eta']);
    expect(simulator.telesocial.conferences()[0]!.participants[1]!.state).toBe('left');
    expect(formsOf(simulator, 'hangup')).toEqual([
      { appkey: simulator.profile.telesocial.appKey, action: 'hangup' },
    ]);
  });

  it('who is still being called ends the ringing', async () => {
    const { port, callId, simulator, rosterOf } = await openWithLeader();
    await port.perform({ kind: 'add-participant', callId, address: 'theta', isMuted: true });
    await port.perform({ kind: 'remove-participant', callId, participantId: 'theta' });
    expect(rosterOf()).toEqual(['eta']);
    expect(simulator.telesocial.conferences()[0]!.participants[1]!.state).toBe('left');
    // When called again they are not muted, unlike the last time.
    await port.perform({ kind: 'add-participant', callId, address: 'theta' });
    expect(rosterOf()).toEqual(['eta', '(theta)']);
  });

  it('who declined takes them out, so that they can be called again', async () => {
    const { port, callId, simulator, id, rosterOf } = await openWithLeader();
    const add = { kind: 'add-participant', callId, address: 'theta' } as const;
    await port.perform(add);
    simulator.telesocial.leave(id, 'theta');
    expect(
      await port.perform({ kind: 'remove-participant', callId, participantId: 'theta' }),
    ).toMatchObject({ kind: 'failed', error: { code: 'gone' } });
    expect(rosterOf()).toEqual(['eta']);
    expect(await port.perform(add)).toEqual(ACCEPTED);
    expect(rosterOf()).toEqual(['eta', '(theta)']);
  });

  it.each([
    { status: 400, roster: ['eta'] },
    { status: 401, roster: ['eta'] },
    { status: 404, roster: ['eta'] },
    { status: 502, roster: ['eta', '(theta)'] },
  ])('who is being called, refused with $status, leaves $roster', async ({ status, roster }) => {
    const { port, callId, simulator, rosterOf } = await openWithLeader();
    await port.perform({ kind: 'add-participant', callId, address: 'theta' });
    injectFault(simulator, 'hangup', { kind: 'status', status, body: conferenceBody(status) });
    await port.perform({ kind: 'remove-participant', callId, participantId: 'theta' });
    expect(rosterOf()).toEqual(roster);
  });

  it('who is no longer known to the service is reported as gone, and the roster is fetched again', async () => {
    const { port, callId, simulator, id, untilRoster } = await openWithLeader();
    simulator.telesocial.join(id, 'theta');
    await untilRoster('eta', 'theta');
    simulator.telesocial.leave(id, 'theta');
    injectFault(simulator, 'hangup', { kind: 'status', status: 401, body: conferenceBody(401) });
    expect(
      await port.perform({ kind: 'remove-participant', callId, participantId: 'theta' }),
    ).toMatchObject({ kind: 'failed', error: { code: 'gone' } });
    await untilRoster('eta');
  });

  it('is not undone by a poll that started earlier', async () => {
    let named = ['eta', 'theta'];
    let hold: Promise<unknown> = Promise.resolve();
    const { port, recorder, clock, server } = await stubTelesocial(async (request) => {
      if (isList(request)) return listBody('c');
      if (request.method === 'POST') {
        return { status: 200, body: conferenceBody(200, { conferenceId: 'c' }) };
      }
      const answer = detailsBody(named);
      await hold;
      return answer;
    });
    await port.startConference({});
    await advanceUntil(clock, () => recorder.roster().join() === 'eta,theta');
    let release = (): void => undefined;
    hold = new Promise<void>((resolve) => (release = resolve));
    const before = server.requests.length;
    await advanceUntil(clock, () => server.requests.length > before);
    const reported = recorder.events.length;
    const asked = { callId: 'talkspace:c', participantId: 'theta' };
    await port.perform({ kind: 'remove-participant', ...asked });
    named = ['eta'];
    release();
    await advanceUntil(clock, () => recorder.events.length > reported + 1);
    const rosters = recorder.events
      .slice(reported)
      .map((event) => ('call' in event ? event.call.participants.map(({ id }) => id) : []));
    expect(rosters).toEqual([['eta'], ['eta']]);
  });

  it('who has left in the meantime is refused, and the roster is fetched again', async () => {
    const { port, callId, simulator, id, untilRoster } = await openWithLeader();
    simulator.telesocial.join(id, 'theta');
    await untilRoster('eta', 'theta');
    simulator.telesocial.leave(id, 'theta');
    expect(
      await port.perform({ kind: 'remove-participant', callId, participantId: 'theta' }),
    ).toMatchObject({ kind: 'failed', error: { code: 'refused' } });
    await untilRoster('eta');
  });

  it('who is the last one is shown before the TalkSpace ends', async () => {
    const { port, recorder, ofEta, clock, rosterOf } = await openWithLeader();
    await port.perform({ kind: 'remove-participant', ...ofEta });
    expect(rosterOf()).toEqual([]);
    await advanceUntil(clock, () => recorder.events.some(({ kind }) => kind === 'call-ended'));
  });
});

describe('muting a person', () => {
  it('shows them as muted until they are unmuted, whatever the details say', async () => {
    const { port, simulator, id, ofEta, callOf, rosterOf, untilRoster } = await openWithLeader();
    expect(await port.perform({ kind: 'mute-participant', ...ofEta })).toEqual(ACCEPTED);
    expect(rosterOf()).toEqual(['eta muted']);
    expect(callOf()?.participants[0]?.actions).toEqual(['remove', 'unmute']);
    expect(simulator.telesocial.conferences()[0]!.participants[0]!.isMuted).toBe(true);

    simulator.telesocial.join(id, 'theta');
    await untilRoster('eta muted', 'theta');
    expect(await port.perform({ kind: 'unmute-participant', ...ofEta })).toEqual(ACCEPTED);
    expect(rosterOf()).toEqual(['eta', 'theta']);
    expect(simulator.telesocial.conferences()[0]!.participants[0]!.isMuted).toBe(false);
    expect([formsOf(simulator, 'mute'), formsOf(simulator, 'unmute')]).toMatchObject([
      [{ action: 'mute' }],
      [{ action: 'unmute' }],
    ]);
  });

  it('is forgotten when they leave', async () => {
    const { port, simulator, id, ofEta, untilRoster } = await openWithLeader();
    simulator.telesocial.join(id, 'theta');
    await untilRoster('eta', 'theta');
    await port.perform({ kind: 'mute-participant', ...ofEta });
    simulator.telesocial.leave(id, 'eta');
    await untilRoster('theta');
    simulator.telesocial.join(id, 'eta');
    await untilRoster('eta', 'theta');
  });

  it('changes nothing on screen if there is no answer', async () => {
    const { port, simulator, ofEta, rosterOf } = await openWithLeader();
    injectFault(simulator, 'mute', { kind: 'cut', when: 'after' });
    expect(await port.perform({ kind: 'mute-participant', ...ofEta })).toMatchObject({
      kind: 'unknown',
    });
    expect(rosterOf()).toEqual(['eta']);
    expect(formsOf(simulator, 'mute')).toHaveLength(1);
  });

  it('who has not answered yet is refused by the service', async () => {
    const { port, callId } = await openWithLeader();
    await port.perform({ kind: 'add-participant', callId, address: 'theta' });
    expect(
      await port.perform({ kind: 'mute-participant', callId, participantId: 'theta' }),
    ).toMatchObject({ kind: 'failed', error: { code: 'refused' } });
  });
});

describe('moving a person', () => {
  it('to another TalkSpace shows them only there, with the same mute state', async () => {
    const { port, simulator, callId, clock, rosterOf } = await openWithLeader();
    simulator.telesocial.join(undefined, 'theta');
    const other = await port.startConference({});
    const toCallId = other.kind === 'done' ? other.value.callId : '';
    await advanceUntil(clock, () => rosterOf().join() === 'eta,theta');
    await port.perform({ kind: 'mute-participant', callId, participantId: 'theta' });
    const asked = { kind: 'move-participant', callId, participantId: 'theta', toCallId } as const;
    expect(await port.perform(asked)).toEqual(ACCEPTED);
    await advanceUntil(clock, () => rosterOf(toCallId).join() === 'theta muted,(eta)');
    await advanceUntil(clock, () => rosterOf().join() === 'eta');
    const [here, there] = simulator.telesocial.conferences();
    expect(formsOf(simulator, 'move')).toEqual([
      {
        appkey: simulator.profile.telesocial.appKey,
        action: 'move',
        toconferenceid: there!.id,
      },
    ]);
    expect(simulator.requests().find(({ operation }) => operation === 'move')?.path).toBe(
      `/api/rest/conference/${here!.id}/theta`,
    );
  });

  it('unmuted to a TalkSpace where they had been muted shows them as unmuted', async () => {
    const { port, simulator, ofEta, clock, rosterOf } = await openWithLeader();
    const other = await port.startConference({});
    const toCallId = other.kind === 'done' ? other.value.callId : '';
    simulator.telesocial.join(undefined, 'eta');
    await advanceUntil(clock, () => rosterOf(toCallId).join() === 'eta');
    await port.perform({ kind: 'mute-participant', callId: toCallId, participantId: 'eta' });
    expect(rosterOf(toCallId)).toEqual(['eta muted']);
    await port.perform({ kind: 'move-participant', ...ofEta, toCallId });
    expect(rosterOf(toCallId)).toEqual(['eta']);
  });

  it('fetches the target at once, however long nothing has changed there', async () => {
    const { port, simulator, ofEta, clock, rosterOf } = await openWithLeader();
    const other = await port.startConference({});
    const toCallId = other.kind === 'done' ? other.value.callId : '';
    const { id } = simulator.telesocial.conferences()[1]!;
    simulator.telesocial.join(id, 'theta');
    // Until the next slow poll of an unchanged roster has just ended.
    await advanceUntil(clock, () => {
      const last = simulator.requests().at(-1)!;
      const isRead = last.path.endsWith(id) && last.answered;
      return isRead && formsOf(simulator, 'details').length > 20;
    });
    const before = clock.elapsed();
    await port.perform({ kind: 'move-participant', ...ofEta, toCallId });
    await advanceUntil(clock, () => rosterOf(toCallId).includes('eta'));
    expect(clock.elapsed() - before).toBeLessThanOrEqual(2_000);
  });

  it('to one that has ended is refused', async () => {
    const { port, simulator, ofEta } = await openWithLeader();
    const other = await port.startConference({});
    const toCallId = other.kind === 'done' ? other.value.callId : '';
    simulator.telesocial.end(undefined);
    const asked = { kind: 'move-participant', ...ofEta, toCallId } as const;
    expect(await port.perform(asked)).toMatchObject({
      kind: 'failed',
      error: { code: 'refused' },
    });
  });

  it.each([
    ['one that does not exist', 'talkspace:none', 'gone'],
    ['the one they are in', undefined, 'already-there'],
  ])('to %s sends nothing', async (_case, to, code) => {
    const { port, simulator, ofEta } = await openWithLeader();
    const toCallId = to ?? ofEta.callId;
    expect(await port.perform({ kind: 'move-participant', ...ofEta, toCallId })).toEqual({
      kind: 'failed',
      error: { code, vendor: 'telesocial' },
    });
    expect(formsOf(simulator, 'move')).toEqual([]);
  });
});

describe('an operation', () => {
  it.each<[string, (callId: string) => CallOperation, string]>([
    ['that TalkSpaces do not have', (callId) => ({ kind: 'hold', callId }), 'not-allowed'],
    [
      'on a TalkSpace that does not exist',
      () => ({ kind: 'add-participant', callId: 'talkspace:none', address: 'theta' }),
      'gone',
    ],
  ])('%s sends nothing', async (_case, operationOn, code) => {
    const { port, callId, simulator } = await openWithLeader();
    const before = simulator.requests().filter(({ method }) => method === 'POST').length;
    expect(await port.perform(operationOn(callId))).toEqual({
      kind: 'failed',
      error: { code, vendor: 'telesocial' },
    });
    const after = simulator.requests().filter(({ method }) => method === 'POST').length;
    expect(after).toBe(before);
  });

  const ofEta = { callId: 'talkspace:c', participantId: '@eta/1' };
  const OPERATIONS: CallOperation[] = [
    { kind: 'add-participant', callId: 'talkspace:c', address: 'theta' },
    { kind: 'remove-participant', ...ofEta },
    { kind: 'mute-participant', ...ofEta },
    { kind: 'unmute-participant', ...ofEta },
  ];

  async function openOnStub(answer: { status: number; body: string } | undefined) {
    const parts = await stubTelesocial((request) => {
      if (isList(request)) return listBody('c');
      if (request.method === 'GET') return detailsBody('@eta/1');
      return request.path.endsWith('/conference')
        ? { status: 201, body: conferenceBody(201, { conferenceId: 'c' }) }
        : answer;
    });
    await parts.port.startConference({});
    return parts;
  }

  it('names the participant in the path, percent-encoded', async () => {
    const { port, server } = await openOnStub({ status: 200, body: conferenceBody(200) });
    await port.perform({ kind: 'mute-participant', ...ofEta });
    expect(server.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/rest/conference/c/%40eta%2F1',
      body: 'appkey=hush-key&action=mute',
    });
  });

  describe.each([
    ['HTTP and body', 400, 400, 'failed', 'refused'],
    ['the body alone', 200, 400, 'failed', 'refused'],
    ['an unrelated network ID', 401, 401, 'failed', 'unknown-person'],
    ['a TalkSpace that no longer exists', 404, 404, 'failed', 'gone'],
    ['a service that cannot do it now', 502, 502, 'failed', 'vendor-unavailable'],
    ['a gateway that gave up', 504, 504, 'unknown', 'vendor-unavailable'],
  ])('refused by %s', (_case, status, bodyStatus, kind, code) => {
    it.each(OPERATIONS)('changes nothing and reports the reason: $kind', async (operation) => {
      const { port, recorder } = await openOnStub({ status, body: conferenceBody(bodyStatus) });
      expect(await port.perform(operation)).toMatchObject({ kind, error: { code } });
      expect(recorder.events).toHaveLength(1);
    });
  });

  it.each(OPERATIONS)('accepts any success status: $kind', async (operation) => {
    // The documented codes differ: 200 in two of the vendor's SDKs, 202 on its pages.
    const { port } = await openOnStub({ status: 202, body: conferenceBody(200) });
    expect(await port.perform(operation)).toEqual(ACCEPTED);
  });

  it.each(OPERATIONS)(
    'that is cut off is sent once, and its outcome is unknown: $kind',
    async (operation) => {
      const { port, server } = await openOnStub(undefined);
      const posts = () => server.requests.filter(({ method }) => method === 'POST').length;
      const before = posts();
      expect(await port.perform(operation)).toMatchObject({ kind: 'unknown' });
      expect(posts() - before).toBe(1);
    },
  );
});
