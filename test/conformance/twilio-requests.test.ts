import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { describeTwilio, USED } from '../support/twilio-coverage';
import {
  AGENT,
  CUSTOMER,
  listViolations,
  simulateTwilio,
  type SimulatedTwilio,
} from '../support/twilio-harness';

const PAGE = 'docs/conformance/twilio.md';
const THIRD = '+12125550143';
const AUDIO = [{ name: 'Welcome', url: 'https://media.example/welcome.mp3' }];

/** Performs every action of an agent, and returns the parameters that were sent, by operation. */
async function doEverything(): Promise<readonly SimulatedTwilio[]> {
  const named = await simulateTwilio({ conference: 'Desk' });
  named.port.start();
  await named.driveUntil(() => named.simulator.requests().length > 1);

  const own = await simulateTwilio({ audio: AUDIO, record: true });
  const { simulator, port, recorder, driveUntil, drive, perform, call } = own;
  port.start();
  await driveUntil(() => simulator.requests().length > 1);
  await drive(port.startConference({}));
  simulator.twilio.answer(simulator.twilio.calls()[0]!.sid);
  const { name } = simulator.twilio.conference();
  simulator.twilio.join({ number: CUSTOMER, conference: name });
  await driveUntil(() => recorder.lastCall()?.lineRecording === 'recording');
  await driveUntil(() => recorder.roster().includes(CUSTOMER));
  await perform({ kind: 'pause-recording' });

  const asked = { kind: 'add-participant', callId: call().id, address: THIRD } as const;
  const adding = port.perform({ ...asked, isMuted: true });
  await driveUntil(() => recorder.roster().includes(`(${THIRD})`));
  const invited = call().participants.find(({ number }) => number === THIRD)!.id;
  await perform({ kind: 'remove-participant', participantId: invited });
  await drive(adding);

  const participantId = call().participants.find(({ number }) => number === CUSTOMER)!.id;
  const audio = { kind: 'named', name: 'Welcome' } as const;
  await perform({ kind: 'mute-participant', participantId });
  await perform({ kind: 'hold-participant', participantId });
  await perform({ kind: 'play-participant', participantId, audio });
  await perform({ kind: 'play', audio });
  await perform({ kind: 'remove-participant', participantId });
  await perform({ kind: 'complete-room' });
  const { recordingKeys } = call();
  const found = await drive(own.recordings.lookUp(recordingKeys, { startedAt: 0 }));
  const [recording] = found.ok ? found.value : [];
  await drive(own.recordings.perform('delete-call', recordingKeys, recording, false));

  const joined = await simulateTwilio();
  joined.simulator.twilio.join({ number: AGENT, conference: 'Team' });
  joined.port.start();
  await joined.driveUntil(() => joined.recorder.roster().length === 1);
  return [named, own, joined];
}

it('sends exactly the requests in the tables, as the vendor’s document defines them', async () => {
  const all = await doEverything();
  const sent = new Map<string, Set<string>>();
  for (const { operation, query, body } of all.flatMap(({ simulator }) => simulator.requests())) {
    const names = sent.get(operation) ?? new Set();
    for (const name of Object.keys({ ...query, ...(body as object | undefined) })) names.add(name);
    sent.set(operation, names);
  }
  const listed = Object.fromEntries([...sent].map(([name, names]) => [name, [...names].sort()]));
  expect(listed).toEqual(
    Object.fromEntries(
      Object.entries(USED).map(([name, { parameters }]) => [name, [...parameters].sort()]),
    ),
  );
  expect(all.flatMap(listViolations)).toEqual([]);
});

it('documents every operation and parameter of the vendor’s document', async () => {
  const config = await resolveConfig(PAGE);
  const page = await format(describeTwilio(), { ...config, parser: 'markdown' });
  if (process.env.SIDETONE_UPDATE_DOCS === '1') await writeFile(PAGE, page);
  expect(await readFile(PAGE, 'utf8')).toBe(page);
});
