import { expect, it } from 'vitest';
import type { StubAnswer } from '../../support/stub-server';
import {
  conferenceBody,
  detailsBody,
  isList,
  listBody,
  advanceUntil,
  stubTelesocial,
} from '../../support/telesocial-harness';

type ReadingAnswer = StubAnswer | Promise<StubAnswer> | undefined;

/** An open TalkSpace that has been fetched once. From then on `answerPoll` can answer the polls. */
async function openTalkSpace() {
  let answerPoll: (isOfList: boolean) => ReadingAnswer = () => undefined;
  let isBroken = false;
  const client = await stubTelesocial((request) => {
    if (request.method === 'POST') {
      return { body: conferenceBody(201, { conferenceId: 'c-1' }) };
    }
    const broken = isBroken ? answerPoll(isList(request)) : undefined;
    return broken ?? (isList(request) ? listBody('c-1') : detailsBody('eta'));
  });
  const { port, recorder, clock } = client;
  port.start();
  await recorder.untilConnection('connected');
  await port.startConference({});
  await advanceUntil(clock, () => recorder.roster().join() === 'eta');
  return {
    ...client,
    breakAnswers: (answer: typeof answerPoll) => {
      isBroken = true;
      answerPoll = answer;
    },
    repairAnswers: () => {
      isBroken = false;
    },
    state: () => recorder.connections.at(-1)?.state,
    reason: () => recorder.connections.at(-1)?.reason?.code,
  };
}

it('sends nothing during the delay that the service asks for, and reports the delay', async () => {
  const { clock, sent, breakAnswers, repairAnswers, state, reason } = await openTalkSpace();
  breakAnswers(() => ({ status: 429, headers: { 'Retry-After': '30' } }));
  await advanceUntil(clock, () => state() === 'reconnecting');
  expect(reason()).toBe('rate-limited');
  const before = sent.at(-1)!.at;
  const count = sent.length;
  await advanceUntil(clock, () => sent.length > count);
  expect(sent.at(-1)!.at - before).toBe(30_000);
  repairAnswers();
  await advanceUntil(clock, () => state() === 'connected');
});

it('polls less and less often if the service does not say how long to wait', async () => {
  const { clock, sent, breakAnswers } = await openTalkSpace();
  const count = sent.length;
  breakAnswers(() => ({ status: 429 }));
  await advanceUntil(clock, () => sent.length >= count + 6);
  const times = sent.slice(count).map(({ at }) => at);
  const pauses = times.slice(1).map((time, nth) => time - times[nth]!);
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
});

it('reports within five seconds that a poll is not answered, and later that polls are answered again', async () => {
  const { clock, recorder, sent, breakAnswers, repairAnswers, state, reason } =
    await openTalkSpace();
  let answerLate: (answer: StubAnswer) => void = () => undefined;
  breakAnswers(() => new Promise((resolve) => (answerLate = resolve)));
  const lastRead = sent.at(-1)!.at;
  await advanceUntil(clock, () => state() !== 'connected');
  expect(state()).toBe('reconnecting');
  expect(reason()).toBe('no-answer');
  expect(sent.at(-1)!.at + 2_500 - lastRead).toBeLessThan(5_000);
  repairAnswers();
  const count = sent.length;
  answerLate(detailsBody('eta'));
  await advanceUntil(clock, () => state() === 'connected');
  // The late answer was out of date.
  expect(sent.length).toBeGreaterThan(count);
  expect(recorder.connections.at(-2)?.state).toBe('reconnecting');
});

it('is not reported as connected while only the list can be fetched and not the TalkSpace', async () => {
  const { clock, sent, breakAnswers, repairAnswers, state, reason } = await openTalkSpace();
  breakAnswers((isOfList) => (isOfList ? undefined : { status: 403 }));
  await advanceUntil(clock, () => state() === 'reconnecting');
  expect(reason()).toBe('forbidden');
  const count = sent.length;
  await advanceUntil(clock, () => sent.length > count + 4);
  expect(state()).toBe('reconnecting');
  repairAnswers();
  await advanceUntil(clock, () => state() === 'connected');
});

it('is not reported as connected after a failure while people who are shown may have left', async () => {
  const { clock, recorder, breakAnswers, state } = await openTalkSpace();
  breakAnswers(() => ({ status: 503 }));
  await advanceUntil(clock, () => state() === 'error');
  breakAnswers((isOfList) => (isOfList ? undefined : detailsBody()));
  await advanceUntil(clock, () => state() === 'connected');
  expect(recorder.roster()).toEqual([]);
});
