import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallOperation } from '../../../contract/call-operations';
import type { LineOperation } from '../../../main/calls/ports';
import type { VendorCall } from '../../../main/calls/call-events';
import type { CallSpec } from '../../../simulator/genesys/types';
import { connectGenesys } from '../../support/genesys-harness';
import type { GenesysHarness } from '../../support/genesys-harness';

let harness: GenesysHarness;

beforeEach(async () => {
  harness = await connectGenesys({ genesys: { remoteAnswerDelay: 1 } });
});
afterEach(() => harness.stop());

/** A call as the client knows it, established by default. */
async function have(spec: Partial<CallSpec> = {}): Promise<string> {
  const { id } = harness.simulator.genesys.arrive({
    from: '15001',
    state: 'Established',
    ...spec,
  });
  return (await harness.recorder.whenCall(({ reference }) => reference === id)).id;
}

/** Sends the request, and resolves when the call is as expected. */
async function ask(
  operation: LineOperation,
  matches: (call: VendorCall) => boolean,
  callId = operation.callId,
): Promise<VendorCall> {
  expect(await harness.telephony.perform(operation)).toEqual({ kind: 'done', value: null });
  return harness.recorder.whenCall((call) => call.id === callId && matches(call));
}

function hasEnded({ state }: VendorCall): boolean {
  return state === 'ended';
}

/** Starts a consultation from a call and returns it once it is answered. */
function whenConsulting(callId: string): Promise<VendorCall> {
  return harness.recorder.whenCall(
    ({ parentCallId, state }) => parentCallId === callId && state === 'established',
  );
}

function dataOf({ attachedData = [] }: VendorCall): Record<string, string> {
  return Object.fromEntries(attachedData.map(({ key, value }) => [key, value]));
}

describe('a ringing call', () => {
  test('is answered', async () => {
    const callId = await have({ state: 'Ringing' });
    const call = await ask({ kind: 'answer', callId }, ({ state }) => state === 'established');
    expect(call.actions).toContain('hold');
    expect(call.actions).not.toContain('answer');
  });

  test('is rejected if it came from a queue', async () => {
    const callId = await have({ state: 'Ringing', isFromQueue: true });
    await ask({ kind: 'reject', callId }, hasEnded);
  });

  test('is not rejected if it did not come from a queue', async () => {
    const callId = await have({ state: 'Ringing' });
    const call = await harness.recorder.whenCall(({ id }) => id === callId);
    expect(call.actions).not.toContain('reject');
  });
});

test('a conference is ended for all', async () => {
  const callId = await have({ others: [{ number: '15002' }] });
  await ask({ kind: 'clear', callId }, hasEnded);
  expect(harness.simulator.genesys.calls()).toEqual([]);
});

test('tones are sent, star and hash among them', async () => {
  const callId = await have();
  await ask({ kind: 'send-tones', callId, tones: '5*#' }, () => true);
  expect(harness.requestsFor('SendDtmf').map(({ body }) => body)).toEqual([
    { operationName: 'SendDtmf', digits: '5*#' },
  ]);
});

describe('another person', () => {
  test('is added at once, and the agent who added them can remove them', async () => {
    const callId = await have();
    const call = await ask(
      { kind: 'add-participant', callId, address: '15002' },
      ({ participants }) => participants.length === 2,
    );
    expect(call.participants).toMatchObject([
      { address: '15001', actions: ['remove'] },
      { address: '15002', actions: ['remove'] },
    ]);
  });

  test('receives the call by an immediate transfer', async () => {
    const callId = await have();
    await ask({ kind: 'transfer', callId, address: '15002' }, hasEnded);
    expect(harness.requestsFor('SingleStepTransfer')).toHaveLength(1);
  });
});

describe('a consultation', () => {
  async function consult(kind: 'consult-conference' | 'consult-transfer'): Promise<{
    callId: string;
    consultation: VendorCall;
  }> {
    const callId = await have();
    await ask({ kind, callId, address: '15002' }, ({ isHeld }) => isHeld);
    return { callId, consultation: await whenConsulting(callId) };
  }

  test('becomes a conference', async () => {
    const { callId, consultation } = await consult('consult-conference');
    expect(consultation.participants).toMatchObject([{ address: '15002' }]);
    const call = await ask(
      { kind: 'complete-conference', callId: consultation.id, otherCallId: callId },
      ({ participants }) => participants.length === 2,
      callId,
    );
    expect(call).toMatchObject({ state: 'established', isHeld: false });
    await harness.recorder.whenCall((one) => one.id === consultation.id && hasEnded(one));
  });

  test('transfers the call', async () => {
    const { callId, consultation } = await consult('consult-transfer');
    const operation = { kind: 'complete-transfer', otherCallId: callId } as const;
    await ask({ ...operation, callId: consultation.id }, hasEnded, callId);
    await harness.recorder.whenCall((one) => one.id === consultation.id && hasEnded(one));
  });

  test('can also be completed from the held call, and names the other party', async () => {
    const { callId, consultation } = await consult('consult-transfer');
    const otherCallId = consultation.id;
    await ask({ kind: 'complete-transfer', callId, otherCallId }, hasEnded);
    await harness.recorder.whenCall((one) => one.id === consultation.id && hasEnded(one));
    const [request] = harness.requestsFor('CompleteTransfer');
    expect(request?.path).toBe(`/api/v2/me/calls/${callId.replace('genesys:', '')}`);
    expect(request?.body).toEqual({
      operationName: 'CompleteTransfer',
      consultCallUri: `${harness.simulator.origin}/api/v2/me/calls/${consultation.reference}`,
    });
  });

  test('is swapped with the original call, and back', async () => {
    const { callId, consultation } = await consult('consult-transfer');
    await ask(
      { kind: 'swap', callId: consultation.id, otherCallId: callId },
      ({ isHeld }) => isHeld,
    );
    const first = await harness.recorder.whenCall(
      ({ id, state, actions }) =>
        id === callId && state === 'established' && actions.includes('swap'),
    );
    expect(first.actions).toContain('complete-conference');
    await ask({ kind: 'swap', callId, otherCallId: consultation.id }, ({ isHeld }) => isHeld);
    await whenConsulting(callId);
  });

  test('returns to the original call after it is hung up', async () => {
    const { callId, consultation } = await consult('consult-conference');
    await ask({ kind: 'hang-up', callId: consultation.id }, hasEnded);
    // The vendor does not notify us of what the held call allows now; a fetch shows it.
    harness.telephony.refresh();
    await harness.recorder.whenCall(
      ({ id, actions }) => id === callId && actions.includes('retrieve'),
    );
  });
});

describe('three calls that are not a consultation', () => {
  const names = { first: '15001', second: '15002', third: '15003' };

  async function haveThree(): Promise<Record<keyof typeof names, VendorCall>> {
    const { genesys } = harness.simulator;
    for (const from of [names.first, names.second]) genesys.arrive({ from, state: 'Held' });
    genesys.arrive({ from: names.third, state: 'Established' });
    const whenWith = (address: string) =>
      harness.recorder.whenCall(({ participants }) => participants[0]?.address === address);
    return {
      first: await whenWith(names.first),
      second: await whenWith(names.second),
      third: await whenWith(names.third),
    };
  }

  test('become a conference of the two that were chosen', async () => {
    const { first, second, third } = await haveThree();
    const merged = await ask(
      { kind: 'complete-conference', callId: third.id, otherCallId: second.id },
      ({ participants }) => participants.length === 2,
      third.id,
    );
    expect(merged.participants.map(({ address }) => address)).toEqual(['15003', '15002']);
    await harness.recorder.whenCall(({ id, state }) => id === second.id && state === 'ended');
    expect(harness.simulator.genesys.calls()).toMatchObject([
      { id: first.reference, state: 'Held' },
      { id: third.reference },
    ]);
  });

  test('connect the two that were chosen', async () => {
    const { first, second, third } = await haveThree();
    await ask(
      { kind: 'complete-transfer', callId: third.id, otherCallId: second.id },
      hasEnded,
      second.id,
    );
    expect(harness.simulator.genesys.calls()).toMatchObject([{ id: first.reference }]);
  });

  test('are left alone if the chosen one has ended', async () => {
    const { second, third } = await haveThree();
    harness.simulator.genesys.release(second.reference);
    await harness.recorder.whenCall(({ id, state }) => id === second.id && state === 'ended');
    const operation = { kind: 'complete-transfer', callId: third.id } as const;
    expect(await harness.telephony.perform({ ...operation, otherCallId: second.id })).toMatchObject(
      { kind: 'failed', error: { code: 'gone' } },
    );
    expect(harness.requestsFor('CompleteTransfer')).toEqual([]);
  });
});

test('attached data can be added, changed and deleted one by one, and deleted all at once', async () => {
  const callId = await have({ userData: { Queue: 'Refunds', Priority: 2 } });
  const attach = { kind: 'attach-data', callId, key: 'Topic', value: 'Shoes' } as const;
  const attached = await ask(attach, (call) => 'Topic' in dataOf(call));
  expect(dataOf(attached)).toEqual({ Priority: '2', Queue: 'Refunds', Topic: 'Shoes' });

  const update = { kind: 'update-data', callId, key: 'Topic', value: 'Hats' } as const;
  await ask(update, (call) => dataOf(call).Topic === 'Hats');

  const remove = { kind: 'delete-data', callId, key: 'Queue' } as const;
  const left = await ask(remove, (call) => !('Queue' in dataOf(call)));
  expect(dataOf(left)).toEqual({ Priority: '2', Topic: 'Hats' });

  await ask({ kind: 'delete-all-data', callId }, (call) => call.attachedData?.length === 0);
});

test('line recording is started, paused, resumed and stopped, depending on its state', async () => {
  const callId = await have();
  const recordingActions = ({ actions }: VendorCall) =>
    actions.filter((action) => action.endsWith('-recording')).sort();

  const steps = [
    ['start-recording', 'recording', ['pause-recording', 'stop-recording']],
    ['pause-recording', 'paused', ['resume-recording', 'stop-recording']],
    ['resume-recording', 'recording', ['pause-recording', 'stop-recording']],
    ['stop-recording', 'stopped', ['start-recording']],
  ] as const;
  for (const [kind, lineRecording, actions] of steps) {
    const call = await ask({ kind, callId }, (now) => now.lineRecording === lineRecording);
    expect(recordingActions(call)).toEqual(actions);
    expect(call.attachedData).toEqual([]);
  }
});

describe('two participants with the same number', () => {
  async function haveBoth(other: { number: string; formatted?: string }): Promise<VendorCall> {
    const callId = await have({
      from: '15001',
      formatted: '15001',
      others: [{ number: '15002' }, other],
      isOwner: true,
    });
    return harness.recorder.whenCall(({ id }) => id === callId);
  }

  async function remove(call: VendorCall, index: number): Promise<VendorCall> {
    const participantId = call.participants[index]!.id;
    return ask(
      { kind: 'remove-participant', callId: call.id, participantId },
      ({ participants }) => participants.length === 2,
    );
  }

  function removals(): unknown[] {
    return harness.requestsFor('RemoveParticipantFromConference').map(({ body }) => body);
  }

  test.each([0, 2])(
    'only the chosen one is removed if the vendor can distinguish them',
    async (index) => {
      const call = await haveBoth({ number: '15001', formatted: '1-50-01' });
      const chosen = call.participants[index]!;
      const left = await remove(call, index);
      expect(left.participants.map(({ id }) => id)).toEqual(
        call.participants.filter(({ id }) => id !== chosen.id).map(({ id }) => id),
      );
      expect(left.participants.map(({ name }) => name)).not.toContain(chosen.name);
      expect(removals()).toHaveLength(1);
    },
  );

  test('one of them is removed by one request if nothing distinguishes them', async () => {
    const call = await haveBoth({ number: '15001' });
    const left = await remove(call, 2);
    expect(left.participants.map(({ name }) => name).sort()).toEqual(['15001', '15002']);
    expect(removals()).toEqual([
      { operationName: 'RemoveParticipantFromConference', participant: '15001' },
    ]);
  });
});

test.each<[string, (callId: string) => CallOperation]>([
  ['SendDtmf', (callId) => ({ kind: 'send-tones', callId, tones: '1' })],
  ['SingleStepConference', (callId) => ({ kind: 'add-participant', callId, address: '15009' })],
  ['InitiateTransfer', (callId) => ({ kind: 'consult-transfer', callId, address: '15009' })],
  ['AttachUserData', (callId) => ({ kind: 'attach-data', callId, key: 'Key', value: '1' })],
  ['StartCallRecording', (callId) => ({ kind: 'start-recording', callId })],
])(
  'a refusal of %s is reported with the message from Genesys, and not repeated',
  async (name, toOne) => {
    const callId = await have();
    harness.simulator.setFaults([
      {
        match: { operation: name },
        effect: {
          kind: 'status',
          status: 500,
          body: '{"statusCode":10,"statusMessage":"Out of range."}',
        },
      },
    ]);
    expect(await harness.telephony.perform(toOne(callId))).toEqual({
      kind: 'failed',
      error: { code: 'refused', vendor: 'genesys', detail: 'Out of range.' },
    });
    expect(harness.requestsFor(name)).toHaveLength(1);
  },
);
