import { expect, it } from 'vitest';
import { createCallStore } from '../../../main/calls/store';
import { createRuntime } from '../../../main/runtime/runtime';
import { checkProfile } from '../../../main/settings/parse-profile';
import { createManualClock } from '../../support/manual-clock';
import { createMemoryLogger } from '../../support/memory-logger';

const TWILIO = {
  accountSid: `AC${'a'.repeat(32)}`,
  authToken: 'secret',
  number: '+14155550100',
  agentNumber: '+14155550115',
};
const VERBA = {
  baseUrl: 'https://recorder.example/verba/api',
  apiKey: 'secret',
  match: { by: 'nativeID', from: 'callUuid' },
};

it.each([
  [{ twilio: TWILIO }, ['twilio'], false],
  [{ verba: VERBA }, ['verba'], true],
  [{ twilio: TWILIO, verba: VERBA }, ['twilio', 'verba'], true],
])('only a recorder of all lines serves every call', async (sections, vendors, isForAll) => {
  const profile = checkProfile({ version: 1, agent: { name: 'Eta' }, ...sections });
  if (!profile.ok) throw new Error(profile.mistakes.join());
  const clock = createManualClock();
  const runtime = await createRuntime(profile.value, {
    store: createCallStore(clock),
    clock,
    logger: createMemoryLogger(),
    createId: () => 'command',
    onCommand: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  expect(runtime.vendors.recorders.map(({ vendor }) => vendor)).toEqual(vendors);
  const snapshot = runtime.takeSnapshot({
    agentName: 'Eta',
    agentAddresses: [],
    hasProfile: true,
    identityKeys: { callerKeys: [], reasonKeys: [] },
    hasHistory: false,
    outcomes: [],
  });
  expect(snapshot.hasRecorder).toBe(isForAll);
  await runtime.stop();
});
