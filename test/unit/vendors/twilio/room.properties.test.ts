import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../../../main/vendors/shared/reply';
import type { TwilioClient } from '../../../../main/vendors/twilio/client';
import { createPeople } from '../../../../main/vendors/twilio/people';
import { createRoom, type Room } from '../../../../main/vendors/twilio/room';
import type { WireConference, WireParticipant } from '../../../../main/vendors/twilio/wire';
import { createManualClock } from '../../../support/manual-clock';

const CALLS = ['CA1', 'CA2', 'CA3', 'CA4'] as const;

/** An answer of the service, complete or not. */
interface Answer {
  readonly participants: readonly WireParticipant[];
  readonly status: string;
  readonly fails: boolean;
}

const answer: fc.Arbitrary<Answer> = fc.record({
  participants: fc.uniqueArray(
    fc.record({
      call_sid: fc.constantFrom(...CALLS),
      conference_sid: fc.constant('CF1'),
      label: fc.constantFrom(null, '', 'Ada', 'sidetone-1'),
      muted: fc.boolean(),
      hold: fc.boolean(),
      status: fc.constantFrom('queued', 'connecting', 'ringing', 'connected', 'complete', 'failed'),
      date_created: fc.constant(null),
    }),
    { selector: ({ call_sid: sid }) => sid },
  ),
  status: fc.constantFrom('init', 'in-progress', 'in-progress', 'in-progress'),
  fails: fc.boolean(),
});

function done<Value>(value: Value): Promise<Reply<Value>> {
  return Promise.resolve({ kind: 'done', value });
}

const FAILED = {
  kind: 'failed',
  status: 503,
  error: { code: 'vendor-unavailable', vendor: 'twilio' },
} as const;

/** A room, and the next answers of the service. */
function setUp(): { room: Room; give: (next: Answer) => Promise<void> } {
  let next: Answer | undefined;
  const conference = (): WireConference => ({
    sid: 'CF1',
    friendly_name: 'Team',
    status: next?.status,
    date_created: null,
  });
  const client = {
    listParticipants: () =>
      next?.fails === true ? Promise.resolve(FAILED) : done(next?.participants ?? []),
    fetchConference: () => done(conference()),
    listRecordings: () => done([]),
    listCalls: () => done([]),
    fetchCall: (sid: string) => done({ sid, from: '+12125550142', direction: 'inbound' }),
  } as unknown as TwilioClient;
  const clock = createManualClock();
  const room = createRoom({
    sid: 'CF1',
    client,
    people: createPeople(client),
    clock,
    hasAudio: false,
    toLocal: (moment) => moment,
    isAwaited: () => false,
  });
  const { signal } = new AbortController();
  return {
    room,
    async give(given) {
      next = given;
      await room.refresh(signal);
    },
  };
}

function idsOf(room: Room): string[] {
  return (room.toCall()?.participants ?? []).map(({ id }) => id).sort();
}

function presentIn({ participants }: Answer): string[] {
  return participants
    .filter(({ status }) => status !== 'complete' && status !== 'failed')
    .map(({ call_sid: sid }) => sid)
    .sort();
}

/** The received answers, in order. */
function arrived(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ fails }) => !fails);
}

test('participants are shown as in the last answer, and nobody twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 8 }), async (answers) => {
      const { room, give } = setUp();
      for (const one of answers) await give(one);
      const last = arrived(answers).at(-1);
      if (last === undefined) {
        expect(room.toCall()).toBeUndefined();
        return;
      }
      const shown = room.toCall()?.participants ?? [];
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
      for (const one of last.participants.filter(({ call_sid: sid }) =>
        presentIn(last).includes(sid),
      )) {
        expect(shown.find(({ id }) => id === one.call_sid)).toMatchObject({
          isMuted: one.muted,
          isHeld: one.hold,
          presence: one.status === 'connected' ? 'joined' : 'calling',
        });
      }
    }),
  );
});

test('one answer without a person does not remove them, and two in a row do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { maxLength: 5 }), answer, answer, async (before, a, b) => {
      const { room, give } = setUp();
      for (const one of before) await give(one);
      await give({ ...a, fails: false });
      const shown = idsOf(room);
      await give({ ...b, fails: false });
      const absent = presentIn(a).filter((id) =>
        b.participants.every((one) => one.call_sid !== id),
      );
      expect(shown).toEqual(expect.arrayContaining(presentIn(a)));
      expect(idsOf(room)).toEqual(expect.arrayContaining(absent));
      await give({ ...b, fails: false });
      expect(idsOf(room)).toEqual(presentIn(b));
      expect(room.isUncertain()).toBe(false);
    }),
  );
});

test('a repeated answer changes nothing, and neither does a failed one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { maxLength: 5 }), answer, async (before, last) => {
      const { room, give } = setUp();
      for (const one of before) await give(one);
      await give({ ...last, fails: false });
      await give({ ...last, fails: false });
      const call = room.toCall();
      await give({ ...last, fails: true, participants: [] });
      expect(room.toCall()).toEqual(call);
      await give({ ...last, fails: false });
      expect(room.toCall()).toEqual(call);
    }),
  );
});
