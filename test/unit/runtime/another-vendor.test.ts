import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { callAvailability } from '../../../contract/actions/availability';
import type { Command } from '../../../contract/commands';
import { findCall } from '../../../contract/find-calls';
import type * as EnglishLines from '../../../contract/locale/en/lines';
import { descriptorOf } from '../../../contract/descriptor-of';
import { createCallStore, type CallStore } from '../../../main/calls/store';
import { followStore } from '../../../main/journal/follow-store';
import { createTrace } from '../../../main/journal/trace';
import { traceLineSchema } from '../../../main/journal/trace-schema';
import { createRuntime, type Runtime } from '../../../main/runtime/runtime';
import { VENDORS } from '../../../main/runtime/vendors';
import { eventually } from '../../support/eventually';
import { createManualClock } from '../../support/manual-clock';
import { createMemoryLogger } from '../../support/memory-logger';
import { pigeonLine } from '../../support/pigeon/line';
import { pigeonProfileSchema } from '../../support/pigeon/section';
import { createPigeon, FLIGHT, type PigeonRequests } from '../../support/pigeon/vendor';

// The only place where a line's texts are registered.
vi.mock('../../../contract/locale/en/lines', async (load) => {
  const texts = await load<typeof EnglishLines>();
  const { pigeonTexts } = await import('../../support/pigeon/line');
  return { ...texts, lines: { ...texts.lines, flight: pigeonTexts } };
});

const PROFILE = { version: 1, agent: { name: 'Eta' }, pigeon: { loft: 'West loft' } };

describe('a vendor that was only added to the lists', () => {
  let requests: PigeonRequests;
  let store: CallStore;
  let runtime: Runtime;
  let commands: string[];
  let trace: unknown[];

  beforeEach(async () => {
    requests = { operations: [], watched: [] };
    commands = [];
    trace = [];
    const clock = createManualClock();
    store = createCallStore(clock);
    const write = (line: string) => trace.push(JSON.parse(line));
    followStore(
      store,
      createTrace({ write, now: () => clock.now(), hasNumbers: false, secrets: () => [] }),
    );
    runtime = await createRuntime(pigeonProfileSchema.parse(PROFILE), {
      store,
      clock,
      logger: createMemoryLogger(),
      modules: [...VENDORS, createPigeon(requests)],
      createId: () => `command-${commands.length}`,
      onCommand: ({ action, outcome }: Command) => void commands.push(`${action} ${outcome}`),
      onError: (error) => {
        throw error;
      },
    });
    runtime.start();
    onTestFinished(() => runtime.stop());
  });

  const snapshot = () =>
    runtime.takeSnapshot({
      agentName: 'Eta',
      agentAddresses: [],
      hasProfile: true,
      identityKeys: { callerKeys: [], reasonKeys: [] },
      hasHistory: false,
      outcomes: [],
    });

  it('shows its connection and its calls in the snapshot', () => {
    const shown = snapshot();
    expect(shown.connections).toMatchObject([{ vendor: 'pigeon', state: 'connected' }]);
    expect(shown.calls).toMatchObject([{ id: FLIGHT.id, line: 'flight', reference: 'West loft' }]);
    expect(shown.currentCallId).toBe(FLIGHT.id);
    expect(descriptorOf(shown, 'flight')).toEqual(pigeonLine);
  });

  it('offers only what its descriptor lists', () => {
    const shown = snapshot();
    const call = findCall(shown, FLIGHT.id)!;
    expect(callAvailability(shown, call, 'complete-room').kind).toBe('enabled');
    expect(callAvailability(shown, call, 'hold').kind).toBe('absent');
  });

  it('is written to the trace according to the schema', () => {
    expect(trace).toContainEqual(
      expect.objectContaining({ kind: 'call', id: FLIGHT.id, line: 'flight' }),
    );
    expect(trace).toContainEqual(
      expect.objectContaining({ kind: 'connection', vendor: 'pigeon', state: 'connected' }),
    );
    for (const line of trace) expect(() => traceLineSchema.parse(line)).not.toThrow();
  });

  it('receives the operations on its calls, which are confirmed by their effect', async () => {
    const operation = { kind: 'remove-participant', callId: FLIGHT.id, participantId: 'theta' };
    runtime.service.perform({ ...operation, kind: 'remove-participant' });
    await eventually(() => commands).toContain('remove-participant confirmed');
    expect(requests.operations).toEqual([operation]);
  });

  it('sends no operation while the connection that its line requires is down', async () => {
    store.setConnection('pigeon', 'reconnecting');
    runtime.service.perform({ kind: 'complete-room', callId: FLIGHT.id });
    await eventually(() => commands).toEqual(['complete-room failed']);
    expect(requests.operations).toEqual([]);
  });

  it('starts and watches conferences', async () => {
    runtime.service.startConference('flight', {});
    await eventually(() => commands).toContain('create-conference confirmed');
    runtime.service.watchConference('flight', '7');
    expect(requests.watched).toEqual(['7']);
  });

  it('has its own texts in the history', async () => {
    // Another test file in the same worker may have loaded it with the texts of the real lines.
    vi.resetModules();
    onTestFinished(() => void vi.resetModules());
    const { describeHistory } = await import('../../../contract/locale/describe-history');
    const { what, outcome } = describeHistory({
      kind: 'call',
      at: 0,
      callId: FLIGHT.id,
      line: 'flight',
      parties: ['theta'],
      wasAnswered: true,
    });
    expect([what, outcome]).toEqual(['Pigeon flight', 'Landed']);
  });
});
