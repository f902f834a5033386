import { expect, it } from 'vitest';
import type { StubAnswer } from '../../support/stub-server';
import {
  conferenceBody,
  detailsBody,
  isList,
  listBody,
  passTimeUntil,
  stubTelesocial,
} from '../../support/telesocial-harness';

type ReadingAnswer = StubAnswer | Promise<StubAnswer> | undefined;

/** An open TalkSpace that has been fetched once. From then on `answerPoll` can answer the polls. */
async function openTalkSpace() {
  let answerPoll: (isOfList: boolean) => ReadingAnswer = () => undefined;
  let isSpoilt = false;
  const client = await stubTelesocial((request) => {
    if (request.method === 'POST') {
      return { body: conferenceBody(201, { conferenceId: 'c-1' }) };
    }
    const spoilt = isSpoilt ? answerPoll(isList(request)) : undefined;
    return spoilt ?? (isList(request) ? listBody('c-1') : detailsBody('eta'));
  });
  const { port, recorder, clock } = client;
  port.start();
  await recorder.untilConnection('connected');
  await port.startConference({});
  await passTimeUntil(clock, () => recorder.roster().join() === 'eta');
  return {
    ...client,
    spoil: (answer: typeof answerPoll) => {
      isSpoilt = true;
      answerPoll = answer;
    },
    mend: () => {
      isSpoilt = false;
    },
    state: () => recorder.connections.at(-1)?.state,
    reason: () => recorder.connections.at(-1)?.reason?.code,
  };
}

it('sends nothing during the delay that the service asks for, and reports the delay', async () => {
  const { clock, sent, spoil, mend, state, reason } = await openTalkSpace();
  spoil(() => ({ status: 429, headers: { 'Retry-After': '30' } }));
  await passTimeUntil(clock, () => state() === 'reconnecting');
  expect(reason()).toBe('rate-limited');
  const before = sent.at(-1)!.at;
  const count = sent.length;
  await passTimeUntil(clock, () => sent.length > count);
  expect(sent.at(-1)!.at - before).toBe(30_000);
  mend();
  await passTimeUntil(clock, () => state() === 'connected');
});

it('polls less and less often if the service does not say how long to wait', async () => {
  const { clock, sent, spoil } = await openTalkSpace();
  const count = sent.length;
  spoil(() => ({ status: 429 }));
  await passTimeUntil(clock, () => sent.length >= count + 6);
  const times = sent.slice(count).map(({ at }) => at);
  const pauses = times.slice(1).map((time, nth) => time - times[nth]!);
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
});

it('reports within five seconds that a poll is not answered, and later that polls are answered again', async () => {
  const { clock, recorder, sent, spoil, mend, state, reason } = await openTalkSpace();
  let answerLate: (answer: StubAnswer) => void = () => undefined;
  spoil(() => new Promise((resolve) => (answerLate = resolve)));
  const lastRead = sent.at(-1)!.at;
  await passTimeUntil(clock, () => state() !== 'connected');
  expect(state()).toBe('reconnecting');
  expect(reason()).toBe('no-answer');
  expect(sent.at(-1)!.at + 2_500 - lastRead).toBeLessThan(5_000);
  mend();
  const count = sent.length;
  answerLate(detailsBody('eta'));
  await passTimeUntil(clock, () => state() === 'connected');
  // The late answer was out of date.
  expect(sent.length).toBeGreaterThan(count);
  expect(recorder.connections.at(-2)?.state).toBe('reconnecting');
});

it('is not reported as connected while only the list can be fetched and not the TalkSpace', async () => {
  const { clock, sent, spoil, mend, state, reason } = await openTalkSpace();
  spoil((isOfList) => (isOfList ? undefined : { status: 403 }));
  await passTimeUntil(clock, () => state() === 'reconnecting');
  expect(reason()).toBe('forbidden');
  const count = sent.length;
  await passTimeUntil(clock, () => sent.length > count + 4);
  expect(state()).toBe('reconnecting');
  mend();
  await passTimeUntil(clock, () => state() === 'connected');
});

it('is not reported as connected after a failure while people who are shown may have left', async () => {
  const { clock, recorder, spoil, state } = await openTalkSpace();
  spoil(() => ({ status: 503 }));
  await passTimeUntil(clock, () => state() === 'error');
  spoil((isOfList) => (isOfList ? undefined : detailsBody()));
  await passTimeUntil(clock, () => state() === 'connected');
  expect(recorder.roster()).toEqual([]);
});
