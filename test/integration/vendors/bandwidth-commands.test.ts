import { expect, it, onTestFinished } from 'vitest';
import { createCallService } from '../../../main/calls/call-service';
import { throwLater } from '../../../main/calls/attempt';
import { createCommandRunner } from '../../../main/calls/commands';
import { createCallStore } from '../../../main/calls/store';
import { createNumbers } from '../../../main/numbers/numbers';
import { describeConferences } from '../../../main/vendors/bandwidth/line';
import type { Fault } from '../../../simulator/faults/schema';
import { startSimulator } from '../../../simulator/simulator';
import { connectConferences } from '../../support/conference-harness';
import { createManualClock } from '../../support/manual-clock';

const MEMBER = '+15551230001';
const INVITED = '+15551230002';

/** Everything between the window and the service (commands, store, client), on the simulator. */
async function setUp() {
  const clock = createManualClock();
  const simulator = await startSimulator({
    now: () => clock.now(),
    bandwidth: { callAnswerDelay: null },
  });
  onTestFinished(() => simulator.close());
  simulator.bandwidth.addMember(MEMBER);
  const store = createCallStore(clock);
  const client = connectConferences(simulator.profile.bandwidth, clock, (event) =>
    store.apply(event),
  );
  const outcomes: string[] = [];
  let commands = 0;
  const runner = createCommandRunner({
    onError: throwLater,
    store,
    clock,
    createId: () => `command-${(commands += 1)}`,
    onChange: ({ action, outcome, error }) =>
      outcomes.push([action, outcome, error?.code].filter(Boolean).join(' ')),
  });
  const numbers = createNumbers(undefined);
  const descriptor = describeConferences({});
  store.setLines([descriptor]);
  const lines = [{ descriptor, port: client.port }];
  const service = createCallService({ store, runner, clock, numbers, lines, recorders: [] });
  onTestFinished(() => {
    runner.dispose();
    service.dispose();
    store.dispose();
  });
  client.port.start();
  const callId = `conference:${simulator.profile.bandwidth.conferenceId}`;
  const call = () => store.getState().calls.known.get(callId);
  await client.driveUntil(() => call()?.participants.length === 1);
  return {
    ...client,
    simulator,
    service,
    callId,
    call,
    outcomes,
    strike: (operation: string, effect: Fault['effect']) =>
      simulator.setFaults([{ match: { operation }, times: 1, effect }]),
    posts: () => simulator.requests().filter(({ method }) => method === 'POST'),
  };
}

it('shows somebody who is being called at once, and reports later that they did not answer', async () => {
  const { service, simulator, callId, call, outcomes, driveUntil } = await setUp();
  service.perform({ kind: 'add-participant', callId, address: INVITED });
  await driveUntil(() => outcomes.length === 2);
  expect(outcomes).toEqual(['add-participant sent', 'add-participant confirmed']);
  expect(call()?.participants.at(-1)).toMatchObject({ name: INVITED, presence: 'calling' });

  simulator.bandwidth.rejectCall(simulator.bandwidth.calls().at(-1)!.id);
  await driveUntil(() => outcomes.length === 3);
  expect(outcomes.at(-1)).toBe('add-participant failed not-reached');
  await driveUntil(() => call()?.participants[0]?.name === MEMBER);
  expect(call()?.participants.map(({ name }) => name)).toEqual([MEMBER]);
});

it('shows a person who was called twice as two, and each can be removed separately', async () => {
  const { service, simulator, callId, call, outcomes, driveUntil, posts } = await setUp();
  for (const count of [2, 3]) {
    service.perform({ kind: 'add-participant', callId, address: INVITED });
    await driveUntil(() => call()?.participants.length === count);
  }
  const [, first, second] = call()!.participants;
  service.perform({ kind: 'remove-participant', callId, participantId: second!.id });
  await driveUntil(() => call()?.participants.length === 2);
  expect(call()?.participants[1]?.id).toBe(first!.id);
  await driveUntil(() => outcomes.includes('remove-participant confirmed'));
  expect(outcomes.filter((outcome) => outcome.includes('failed'))).toEqual([]);
  const calls = simulator.bandwidth.calls().slice(-2);
  expect(calls.map(({ state }) => state)).toEqual(['started', 'completed']);
  expect(posts()).toHaveLength(3);
});

it.each([
  ['before', 'hold failed not-done', false],
  ['after', 'hold confirmed', true],
] as const)(
  'a command that is cut off %s it takes effect ends as: %s',
  async (when, outcome, isHeld) => {
    const { service, callId, call, outcomes, driveUntil, posts, strike } = await setUp();
    strike('update conference', { kind: 'cut', when });
    service.perform({ kind: 'hold', callId });
    await driveUntil(() => outcomes.at(-1) === outcome);
    expect(outcomes.slice(0, 2)).toEqual(['hold sent', 'hold unknown no-answer']);
    expect(call()?.isHeld).toBe(isHeld);
    expect(posts()).toHaveLength(1);
  },
);

it('finds a call whose answer was lost, and reports one that was never made as not done', async () => {
  const { service, callId, outcomes, driveUntil, posts, strike } = await setUp();
  strike('create calls', { kind: 'cut', when: 'after' });
  service.perform({ kind: 'add-participant', callId, address: INVITED });
  await driveUntil(() => outcomes.includes('add-participant confirmed'));
  expect(outcomes).toEqual(['add-participant sent', 'add-participant confirmed']);

  strike('create calls', { kind: 'cut', when: 'before' });
  service.perform({ kind: 'add-participant', callId, address: '+15551230003' });
  await driveUntil(() => outcomes.at(-1)?.includes('failed') === true);
  expect(outcomes.slice(2)).toEqual([
    'add-participant sent',
    'add-participant unknown no-answer',
    'add-participant failed not-done',
  ]);
  expect(posts()).toHaveLength(2);
});
