import { expect, onTestFinished, test } from 'vitest';
import type { Outcome } from '../../../../contract/outcome';
import type { HttpRequest } from '../../../../main/http/http-client';
import { createConferences } from '../../../../main/vendors/twilio/conferences';
import { twilioSection } from '../../../../main/settings/sections/twilio';
import { createManualClock } from '../../../support/manual-clock';
import { createMemoryLogger } from '../../../support/memory-logger';
import { createVendorRecorder } from '../../../support/vendor-recorder';

const SID = `CF${'0'.repeat(32)}`;
const STEP_MS = 100;
/** What the window may be older than. */
const PROMISED_MS = 5_000;

/** A service that does not answer some requests, and the conference that is watched there. */
function setUp(
  isAnswered: (path: string) => boolean,
  status: (path: string) => number = () => 200,
) {
  const clock = createManualClock();
  const recorder = createVendorRecorder();
  const service = {
    people: ['one'],
    invited: [] as string[],
    paths: [] as string[],
    late: [] as (() => void)[],
  };
  const { line } = createConferences({
    profile: twilioSection.schema.parse({
      accountSid: 'AC1',
      authToken: 'hush',
      number: '+14155550100',
      agentNumber: '+14155550115',
      conference: SID,
    }),
    agent: { name: 'Eta' },
    http: {
      request: ({ method, url, signal, timeoutMs }: HttpRequest) =>
        new Promise((resolve) => {
          const path = url.pathname.split('/').at(-1)!;
          service.paths.push(path);
          const text = JSON.stringify(bodyOf(path, method));
          const answer = (): void =>
            resolve({ kind: 'done', value: { status: status(path), headers: {}, text } });
          if (isAnswered(path)) {
            answer();
            return;
          }
          service.late.push(answer);
          const fail = (): void =>
            resolve({ kind: 'unknown', error: { code: 'no-answer', vendor: 'twilio' } });
          signal?.addEventListener('abort', fail);
          clock.after(timeoutMs, fail);
        }),
      close: () => Promise.resolve(),
    },
    clock,
    listener: recorder,
    logger: createMemoryLogger(),
    random: () => 0,
  });
  onTestFinished(() => line.stop());

  function bodyOf(path: string, method: string): object {
    if (method === 'POST') return { call_sid: service.invited.shift(), status: 'ringing' };
    switch (path) {
      case 'Participants.json':
        return { participants: service.people.map((one) => ({ call_sid: one })) };
      case 'Recordings.json':
        return { recordings: [{ sid: 'RE1', status: 'in-progress' }] };
      case `${SID}.json`:
        return { sid: SID, status: 'in-progress' };
      default:
        return {
          sid: path.replace('.json', ''),
          to: `number of ${path}`,
          direction: 'outbound-api',
          status: 'no-answer',
        };
    }
  }

  /** Lets time pass in small steps, with everything that is not waited for in between. */
  async function pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += STEP_MS) {
      clock.advance(STEP_MS);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  line.start();
  const count = (path: string) => service.paths.filter((one) => one === path).length;
  return { service, recorder, line, pass, count };
}

test('a recordings list without an answer does not delay who is in the conference', async () => {
  const { service, recorder, pass } = setUp((path) => path !== 'Recordings.json');
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['number of one.json']);
  for (const people of [['one', 'two'], ['one'], ['two', 'three'], ['three']]) {
    service.people = people;
    await pass(PROMISED_MS);
    expect(recorder.roster()).toEqual(people.map((one) => `number of ${one}.json`));
  }
});

test('a call without an answer delays neither who is in the conference nor the names of others', async () => {
  const { service, recorder, pass } = setUp((path) => path !== 'one.json');
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['one']);
  expect(recorder.lastCall()).toMatchObject({ lineRecording: 'recording' });
  service.people = ['one', 'two', 'three'];
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['one', 'number of two.json', 'number of three.json']);
  service.people = ['one', 'three'];
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['one', 'number of three.json']);
});

test('a call without an answer is not requested again before its time is over', async () => {
  let isAnswered = false;
  const { recorder, pass, count } = setUp((path) => path !== 'one.json' || isAnswered);
  await pass(PROMISED_MS);
  expect(count('one.json')).toBe(1);
  isAnswered = true;
  await pass(2 * PROMISED_MS);
  expect(count('one.json')).toBe(2);
  expect(recorder.roster()).toEqual(['number of one.json']);
});

test('a name that arrives late is shown then', async () => {
  const { service, recorder, pass } = setUp((path) => path !== 'one.json');
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['one']);
  for (const answer of service.late) answer();
  await pass(STEP_MS);
  expect(recorder.roster()).toEqual(['number of one.json']);
});

test('a conference is first shown with its names if they arrive soon', async () => {
  const { service, recorder, pass } = setUp((path) => path !== 'one.json');
  await pass(5 * STEP_MS);
  expect(recorder.events).toEqual([]);
  for (const answer of service.late) answer();
  await pass(STEP_MS);
  expect(recorder.roster()).toEqual(['number of one.json']);
});

test('a conference is not reported as connected while a call does not answer', async () => {
  const { service, recorder, pass } = setUp((path) => path !== 'two.json');
  await pass(PROMISED_MS);
  expect(recorder.connections.at(-1)?.state).toBe('connected');
  service.people = ['one', 'two'];
  await pass(PROMISED_MS);
  expect(recorder.connections.at(-1)).toEqual({
    state: 'reconnecting',
    reason: { code: 'no-answer', vendor: 'twilio' },
  });
  for (const answer of service.late) answer();
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['number of one.json', 'number of two.json']);
  expect(recorder.connections.at(-1)?.state).toBe('connected');
});

test('after an outage the line is connected again only with all names', async () => {
  let isDown = false;
  const { service, recorder, pass } = setUp(
    (path) => path !== 'two.json',
    () => (isDown ? 503 : 200),
  );
  await pass(PROMISED_MS);
  expect(recorder.connections.at(-1)?.state).toBe('connected');
  isDown = true;
  await pass(PROMISED_MS);
  isDown = false;
  service.people = ['one', 'two'];
  await pass(2 * PROMISED_MS);
  expect(recorder.roster()).toEqual(['number of one.json', 'two']);
  expect(recorder.connections.at(-1)?.state).not.toBe('connected');
  for (const answer of service.late) answer();
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['number of one.json', 'number of two.json']);
  expect(recorder.connections.at(-1)?.state).toBe('connected');
});

test('a call without an answer does not delay what became of others who were called', async () => {
  const { service, recorder, line, pass } = setUp((path) => path !== 'two.json');
  await pass(PROMISED_MS);
  service.invited = ['two', 'three'];
  const outcomes: Outcome[] = [];
  for (const address of ['+14155550102', '+14155550103']) {
    const adding = { kind: 'add-participant', callId: `twilio:${SID}`, address } as const;
    void line.perform(adding).then((outcome) => outcomes.push(outcome));
    await pass(STEP_MS);
  }
  await pass(PROMISED_MS);
  expect(recorder.roster()).toEqual(['number of one.json', '(+14155550102)']);
  expect(outcomes).toMatchObject([{ error: { code: 'not-reached', detail: 'no-answer' } }]);
});

test('recordings that arrive late are shown then', async () => {
  const { service, recorder, pass } = setUp((path) => path !== 'Recordings.json');
  await pass(PROMISED_MS);
  expect(recorder.lastCall()).not.toHaveProperty('lineRecording');
  for (const answer of service.late) answer();
  await pass(STEP_MS);
  expect(recorder.lastCall()).toMatchObject({ lineRecording: 'recording' });
});

test('the outcome of a change of a recording depends on the recordings list, that of others does not', async () => {
  let isAnswered = false;
  const { recorder, line, pass } = setUp((path) => path !== 'Recordings.json' || isAnswered);
  const countFetched = () => recorder.events.filter(({ kind }) => kind === 'call-fetched').length;
  await pass(PROMISED_MS);
  const atFirst = countFetched();
  line.refresh();
  await pass(PROMISED_MS);
  expect(countFetched()).toBeGreaterThan(atFirst);
  const pausing = line.perform({ kind: 'pause-recording', callId: `twilio:${SID}` });
  await pass(PROMISED_MS);
  await pausing;
  const afterwards = countFetched();
  await pass(PROMISED_MS);
  expect(countFetched()).toBe(afterwards);
  isAnswered = true;
  await pass(2 * PROMISED_MS);
  expect(countFetched()).toBeGreaterThan(afterwards);
});

test('a recordings list that fails is requested as seldom as one that does not', async () => {
  const { pass, count } = setUp(
    () => true,
    (path) => (path === 'Recordings.json' ? 503 : 200),
  );
  await pass(25_000);
  expect(count('Recordings.json')).toBe(1);
  await pass(10_000);
  expect(count('Recordings.json')).toBe(2);
});
