import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CometD } from 'cometd';
import { z } from 'zod';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import {
  disconnect,
  subscribe,
  type Inbox,
  type SimulatedAgent,
} from '../../support/simulated-agent';

const notificationSchema = z.looseObject({
  notificationType: z.string(),
  call: z.looseObject({
    id: z.string(),
    state: z.string(),
    mute: z.string(),
    capabilities: z.array(z.string()),
    participants: z.array(z.looseObject({ phoneNumber: z.string() })),
    userData: z.record(z.string(), z.unknown()).optional(),
    recordingState: z.string().optional(),
    parentCallPath: z.string().optional(),
    callType: z.string(),
  }),
});

describe('a simulated voice operation', () => {
  let simulator: Simulator;
  let agent: SimulatedAgent;
  let client: CometD;
  let inbox: Inbox;

  beforeEach(async () => {
    simulator = await startSimulator({ genesys: { remoteAnswerDelay: 1 } });
    ({ agent, client, inbox } = await subscribe(simulator));
  });
  afterEach(async () => {
    await disconnect(client);
    await simulator.close();
    vi.unstubAllGlobals();
  });

  async function next() {
    const { notificationType, call } = notificationSchema.parse((await inbox.next()).data);
    return {
      ...call,
      type: notificationType,
      numbers: call.participants.map((p) => p.phoneNumber),
    };
  }

  async function operate(id: string, operationName: string, parameters = {}): Promise<unknown> {
    const answer = await agent.post(`/api/v2/me/calls/${id}`, { operationName, ...parameters });
    return answer.json();
  }

  /** An established call whose notification has already been received. */
  async function establish(others: string[] = [], isOwner = false): Promise<string> {
    const { id } = simulator.genesys.arrive({
      from: '15001',
      others: others.map((number) => ({ number })),
      state: 'Established',
      isOwner,
    });
    await next();
    return id;
  }

  test('is accepted with code 0, and its effect is notified', async () => {
    const { id } = simulator.genesys.arrive({ from: '15001' });
    await next();
    expect(await operate(id, 'Answer')).toEqual({ statusCode: 0 });
    expect(await next()).toMatchObject({ type: 'StatusChange', state: 'Established' });
  });

  test.each([
    ['Hold', {}, { type: 'StatusChange', state: 'Held' }],
    ['Hangup', {}, { type: 'StatusChange', state: 'Released', capabilities: [] }],
    ['ClearCall', {}, { type: 'StatusChange', state: 'Released' }],
    ['MuteCall', {}, { type: 'StatusChange', state: 'Established', mute: 'On' }],
    ['SendDtmf', { digits: '0123456789*#' }, { type: 'DtmfSent', state: 'Established' }],
    [
      'AttachUserData',
      { userData: { Key: 'value' } },
      { type: 'AttachedDataChanged', userData: { Key: 'value' } },
    ],
    ['StartCallRecording', {}, { type: 'CallRecordingStateChange', recordingState: 'Recording' }],
    [
      'SingleStepTransfer',
      { destination: { phoneNumber: '15009' } },
      { type: 'StatusChange', state: 'Released' },
    ],
    [
      'SingleStepConference',
      { destination: { phoneNumber: '15009' } },
      { type: 'ParticipantsUpdated', numbers: ['15001', '15009'] },
    ],
  ])('%s is notified as by the vendor', async (operation, parameters, expected) => {
    const id = await establish();
    expect(await operate(id, operation, parameters)).toEqual({ statusCode: 0 });
    expect(await next()).toMatchObject(expected);
  });

  test('reverts its counterpart', async () => {
    const id = await establish();
    const steps: [string, object, object][] = [
      ['MuteCall', {}, { mute: 'On' }],
      ['UnmuteCall', {}, { mute: 'Off' }],
      ['Hold', {}, { state: 'Held' }],
      ['Retrieve', {}, { state: 'Established' }],
      ['StartCallRecording', {}, { recordingState: 'Recording' }],
      ['PauseCallRecording', {}, { recordingState: 'Paused' }],
      ['ResumeCallRecording', {}, { recordingState: 'Recording' }],
      ['StopCallRecording', {}, { recordingState: 'Stopped' }],
      ['UpdateUserData', { userData: { Key: 1 } }, { userData: { Key: 1 } }],
    ];
    for (const [operation, parameters, expected] of steps) {
      expect(await operate(id, operation, parameters)).toEqual({ statusCode: 0 });
      expect(await next()).toMatchObject(expected);
    }
  });

  test.each([
    ['the last pair is', 'DeleteUserDataPair', { key: 'Key' }],
    ['all are', 'DeleteUserData', {}],
  ])('omits userData if %s deleted', async (_name, operation, parameters) => {
    const id = await establish();
    await operate(id, 'AttachUserData', { userData: { Key: 'value' } });
    await next();
    await operate(id, operation, parameters);
    const deleted = await next();
    expect(deleted).toMatchObject({ type: 'AttachedDataChanged' });
    expect(deleted).not.toHaveProperty('userData');
  });

  test('rejects a call from a queue', async () => {
    const { id } = simulator.genesys.arrive({ from: '15001', isFromQueue: true });
    await next();
    expect(await operate(id, 'Reject')).toEqual({ statusCode: 0 });
    expect(await next()).toMatchObject({ type: 'StatusChange', state: 'Released' });
  });

  test('removes one of two with the same number, and the other with a second request', async () => {
    const id = await establish(['15002', '15001'], true);
    const removal = { participant: '15001' };
    await operate(id, 'RemoveParticipantFromConference', removal);
    expect(await next()).toMatchObject({ numbers: ['15002', '15001'] });
    await operate(id, 'RemoveParticipantFromConference', removal);
    expect(await next()).toMatchObject({ numbers: ['15002'] });
  });

  test('removes a party by another notation of the number', async () => {
    const { id } = simulator.genesys.arrive({
      from: '15001',
      others: [{ number: '15001', formatted: '1-50-01' }, { number: '+15001' }],
      state: 'Established',
      isOwner: true,
    });
    await next();
    await operate(id, 'RemoveParticipantFromConference', { participant: '1-50-01' });
    expect(await next()).toMatchObject({ numbers: ['15001', '+15001'] });
    // Both have these digits, but only one has this as the phone number.
    await operate(id, 'RemoveParticipantFromConference', { participant: '15001' });
    expect(await next()).toMatchObject({ numbers: ['+15001'] });
  });

  test('is refused with code 3 if the capabilities lack it', async () => {
    const id = await establish(['15002']);
    for (const operation of ['Answer', 'Retrieve', 'RemoveParticipantFromConference', 'Nonsense']) {
      expect(await operate(id, operation, { participant: '15002' })).toMatchObject({
        statusCode: 3,
      });
    }
  });

  test('is refused with code 1 without its parameter, and with 2 for a person who is not in the call', async () => {
    const id = await establish(['15002'], true);
    expect(await operate(id, 'SendDtmf')).toMatchObject({ statusCode: 1 });
    expect(await operate(id, 'SendDtmf', { digits: 'five' })).toMatchObject({ statusCode: 10 });
    const removal = 'RemoveParticipantFromConference';
    expect(await operate(id, removal)).toMatchObject({ statusCode: 1 });
    expect(await operate(id, removal, { participant: '99' })).toMatchObject({ statusCode: 2 });
    expect(await operate('none', 'Hold')).toMatchObject({ statusCode: 6 });
  });

  test('dials, and the other party answers', async () => {
    const [device] = z
      .object({ uris: z.array(z.string()) })
      .parse(await (await agent.get('/api/v2/me/devices')).json()).uris;
    const id = device?.split('/').at(-1) ?? '';
    const answer = await agent.post(`/api/v2/me/devices/${id}/calls`, {
      operationName: 'Dial',
      destination: { phoneNumber: '+12125550142' },
    });
    expect(await answer.json()).toEqual({ statusCode: 0 });
    expect(await next()).toMatchObject({ state: 'Dialing', callType: 'Outbound' });
    expect(await next()).toMatchObject({ state: 'Established', numbers: ['+12125550142'] });
  });

  test('makes a conference, owned by the agent, from a call and a consultation', async () => {
    const id = await establish();
    await operate(id, 'InitiateConference', { destination: { phoneNumber: '15002' } });
    expect(await next()).toMatchObject({ id, state: 'Held' });
    const consultation = await next();
    expect(consultation).toMatchObject({
      state: 'Dialing',
      callType: 'Consult',
      parentCallPath: `/calls/${id}`,
    });
    expect(await next()).toMatchObject({ id: consultation.id, state: 'Established' });

    await operate(consultation.id, 'CompleteConference');
    expect(await next()).toMatchObject({ id: consultation.id, state: 'Released' });
    expect(await next()).toMatchObject({ id, state: 'Established' });
    const conference = await next();
    expect(conference).toMatchObject({
      id,
      type: 'ParticipantsUpdated',
      numbers: ['15001', '15002'],
    });
    expect(conference.capabilities).toContain('RemoveParticipantFromConference');
  });

  test('completes a transfer by releasing the original, then the consultation', async () => {
    const id = await establish();
    await operate(id, 'InitiateTransfer', { destination: { phoneNumber: '15002' } });
    const held = await next();
    expect(held.capabilities).toEqual(expect.arrayContaining(['SwapCalls', 'CompleteTransfer']));
    expect(held.capabilities).not.toContain('Retrieve');
    const consultation = await next();
    await next();
    await operate(consultation.id, 'CompleteTransfer');
    expect(await next()).toMatchObject({ id, state: 'Released' });
    expect(await next()).toMatchObject({ id: consultation.id, state: 'Released' });
  });

  test('swaps by establishing one call before holding the other', async () => {
    const first = await establish();
    await operate(first, 'Hold');
    await next();
    const second = await establish();
    await operate(second, 'SwapCalls', {
      otherCallUri: `http://any.host/api/v2/me/calls/${first}`,
    });
    const established = await next();
    expect(established).toMatchObject({ id: first, state: 'Established' });
    expect(established.capabilities).toEqual(
      expect.arrayContaining(['SwapCalls', 'CompleteTransfer', 'CompleteConference', 'Hold']),
    );
    expect(await next()).toMatchObject({ id: second, state: 'Held' });
  });

  test('does not swap with an unrelated call', async () => {
    const first = await establish();
    await operate(first, 'Hold');
    await next();
    const second = await establish();
    for (const otherCallUri of [second, 'none']) {
      expect(await operate(second, 'SwapCalls', { otherCallUri })).toMatchObject({ statusCode: 2 });
    }
    expect(await operate(second, 'SwapCalls')).toMatchObject({ statusCode: 1 });
  });

  test('completes on the original call if that names the consultation', async () => {
    const id = await establish();
    await operate(id, 'InitiateTransfer', { destination: { phoneNumber: '15002' } });
    await next();
    const consultation = await next();
    await next();
    await operate(id, 'CompleteTransfer', {
      consultCallUri: `http://any.host/api/v2/me/calls/${consultation.id}`,
    });
    expect(await next()).toMatchObject({ id, state: 'Released' });
    expect(await next()).toMatchObject({ id: consultation.id, state: 'Released' });
  });

  test('completes with the call that is named, and with no other', async () => {
    simulator.genesys.arrive({ from: '15011', state: 'Held' });
    const { id: second } = simulator.genesys.arrive({ from: '15012', state: 'Held' });
    for (let held = 0; held < 2; held += 1) await next();
    const third = await establish();
    const uriOf = (id: string) => `http://any.host/api/v2/me/calls/${id}`;
    expect(
      await operate(third, 'CompleteConference', { consultCallUri: uriOf('none') }),
    ).toMatchObject({ statusCode: 6 });
    await operate(third, 'CompleteConference', { consultCallUri: uriOf(second) });
    expect(await next()).toMatchObject({ id: second, state: 'Released' });
  });

  test('can take effect before its answer', async () => {
    await disconnect(client);
    await simulator.close();
    simulator = await startSimulator({ genesys: { effect: 'before', effectDelay: 50 } });
    ({ agent, client, inbox } = await subscribe(simulator));
    const id = await establish();
    const order: string[] = [];
    await Promise.all([
      operate(id, 'MuteCall').then(() => order.push('answer')),
      next().then(() => order.push('notification')),
    ]);
    expect(order).toEqual(['notification', 'answer']);
  });
});
