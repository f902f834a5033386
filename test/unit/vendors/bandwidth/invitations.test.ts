import { expect, test } from 'vitest';
import type { BandwidthClient, LimitedRequests } from '../../../../main/vendors/bandwidth/client';
import { createInvitations } from '../../../../main/vendors/bandwidth/invitations';
import type { Failure, Reply } from '../../../../main/vendors/shared/reply';
import { createManualClock } from '../../../support/manual-clock';

const NO_ANSWER: Failure = { kind: 'unknown', error: { code: 'no-answer' } };

function done<Value>(value: Value): Promise<Reply<Value>> {
  return Promise.resolve({ kind: 'done', value });
}

/** Adds a person with a client whose last request stays unanswered until the app quits. */
function setUp(answers: Partial<BandwidthClient>) {
  const clock = createManualClock();
  const stopping = new AbortController();
  let whenAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (whenAsked = resolve));
  /** Ends without an answer when the app quits, like a request whose connection is closed. */
  function hang(_id: string, signal: AbortSignal): Promise<Failure> {
    whenAsked();
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(NO_ANSWER));
    });
  }
  function unexpected(): never {
    throw new Error('not expected');
  }
  const turn: LimitedRequests = {
    fetchConference: unexpected,
    fetchMembers: hang,
    fetchMemberCall: unexpected,
  };
  const client: BandwidthClient = {
    awaitTurn: (signal) => Promise.resolve(signal.aborted ? undefined : turn),
    fetchCall: hang,
    listCalls: hang,
    probe: unexpected,
    createConference: unexpected,
    updateConference: unexpected,
    addMember: unexpected,
    updateMember: unexpected,
    play: unexpected,
    startCall: () => done('c-1'),
    endCall: unexpected,
    ...answers,
  };
  const invitations = createInvitations({
    client,
    clock,
    random: () => 0,
    stopping: stopping.signal,
    keyOf: (notation) => notation,
    onChange: () => undefined,
    onAdded: () => undefined,
    isMember: () => false,
  });
  const outcome = invitations.invite({
    conferenceId: 'conf-1',
    from: '+19195550100',
    address: '+15551230001',
    isMuted: false,
  });
  return { clock, stopping, asked, outcome };
}

test.each<[string, Partial<BandwidthClient>, number]>([
  ['for a call whose start was not answered', { startCall: () => Promise.resolve(NO_ANSWER) }, 1],
  ['for the answer of somebody who is called', {}, 1],
  [
    'for a member whose addition was not answered',
    {
      fetchCall: () => done({ id: 'c-1', state: 'active' }),
      addMember: () => Promise.resolve(NO_ANSWER),
    },
    2,
  ],
])('the wait %s ends with the app, even during a request', async (_name, answers, delays) => {
  const { clock, stopping, asked, outcome } = setUp(answers);
  for (let count = 0; count < delays; count += 1) await clock.fireNext();
  await asked;
  stopping.abort();
  expect(await outcome).toMatchObject({ kind: 'unknown' });
  expect(clock.pending()).toEqual([]);
});
