import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallEvent } from '../../../main/calls/call-events';
import { NO_CALLS, reduceCalls, type Calls } from '../../../main/calls/reducer';
import { participant, telephoneCall } from '../../support/calls';

const NOW = Date.UTC(2026, 0, 1);
const IDS = ['a', 'b', 'c'] as const;

const fact = fc
  .record({
    id: fc.constantFrom(...IDS),
    kind: fc.constantFrom('call-ended', 'call-seen', 'call-seen', 'call-read', 'media-told'),
    state: fc.constantFrom('ringing', 'established', 'held', 'ended'),
    isMuted: fc.boolean(),
    others: fc.uniqueArray(fc.constantFrom('15001', '15002', '15003'), { maxLength: 3 }),
    media: fc.constantFrom('pending', 'ready', 'none'),
  })
  .map(({ id, kind, state, isMuted, others, media }): CallEvent => {
    const callId = `genesys:${id}`;
    switch (kind) {
      case 'call-ended':
        return { kind, callId };
      case 'media-told':
        return { kind, callId, media: { state: media } };
      case 'call-seen':
      case 'call-read':
        return { kind, call: toCall(id, { state, isMuted, others }) };
    }
  });

type Facts = readonly CallEvent[];

function toCall(
  id: string,
  { others = ['15001'], ...changes }: Parameters<typeof telephoneCall>[1] & { others?: string[] },
) {
  return telephoneCall(id, {
    ...changes,
    startedAt: NOW,
    participants: others.map((name) => participant(name)),
  });
}

function apply(events: Facts, from: Calls = NO_CALLS): Calls {
  return events.reduce((state, event) => reduceCalls(state, event, NOW), from);
}

function idOf(event: CallEvent): string {
  switch (event.kind) {
    case 'call-seen':
    case 'call-read':
      return event.call.id;
    case 'call-ended':
    case 'call-left':
    case 'media-told':
      return event.callId;
    case 'line-read':
      return event.line;
  }
}

/** What is known of the calls, without the order in which they were first heard of. */
function picture({ known, endedIds }: Calls) {
  return {
    ended: [...endedIds].sort(),
    calls: [...known.values()]
      .map((call) => ({ ...call, sequence: 0 }))
      .sort((one, other) => one.id.localeCompare(other.id)),
  };
}

test('a fact that is told again changes nothing, not even the state itself', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.nat(5), (facts, times) => {
      let state = NO_CALLS;
      for (const event of facts) {
        state = reduceCalls(state, event, NOW);
        for (let count = 0; count < times; count += 1) {
          expect(reduceCalls(state, event, NOW)).toBe(state);
        }
      }
    }),
  );
});

test('facts about different calls may come in any order', () => {
  const shuffled = fc
    .array(fact)
    .chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.array(fc.nat(IDS.length - 1), { minLength: facts.length, maxLength: facts.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([facts, turns]) => {
      const queues = IDS.map((id) => facts.filter((event) => idOf(event) === `genesys:${id}`));
      const mixed = turns.flatMap((turn) => queues[turn]?.shift() ?? []).concat(...queues);
      expect(picture(apply(mixed))).toEqual(picture(apply(facts)));
    }),
  );
});

test('a call of which an end is told, whenever, has ended', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.nat(), (facts, place) => {
      const at = place % (facts.length + 1);
      const end: CallEvent = { kind: 'call-ended', callId: 'genesys:a' };
      const { known, endedIds } = apply([...facts.slice(0, at), end, ...facts.slice(at)]);
      expect(endedIds.has('genesys:a')).toBe(true);
      expect(known.get('genesys:a')?.state ?? 'ended').toBe('ended');
    }),
  );
});

test('whatever was told before, a reading ends in what was read', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.subarray([...IDS]), (facts, ids) => {
      const before = apply(facts);
      const read = ids
        .filter((id) => !before.endedIds.has(`genesys:${id}`))
        .map((id) => toCall(id, { isMuted: true }));
      const after = apply([{ kind: 'line-read', line: 'genesys', calls: read }], before);
      const shown = [...after.known.values()].filter(({ state }) => state !== 'ended');
      expect(shown.map(({ id, isMuted }) => [id, isMuted]).sort()).toEqual(
        read.map(({ id }) => [id, true]).sort(),
      );
    }),
  );
});

test('a call that was read is what it would be had it been seen', () => {
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const seen = facts.map((event): CallEvent =>
        event.kind === 'call-read' ? { ...event, kind: 'call-seen' } : event,
      );
      expect(apply(facts)).toEqual(apply(seen));
    }),
  );
});

test('a call that is left is as if it had never been, even its end, and can be seen again', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), (before, after) => {
      const left: CallEvent = { kind: 'call-left', callId: 'genesys:a' };
      const [back, fresh] = [apply([...before, left, ...after]), apply(after)].map((calls) => ({
        call: picture(calls).calls.find(({ id }) => id === 'genesys:a'),
        hasEnded: calls.endedIds.has('genesys:a'),
      }));
      expect(back).toEqual(fresh);
    }),
  );
});

test('what was told of a recording stays, whatever is seen of the call after it', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), (before, after) => {
      const told: CallEvent = {
        kind: 'media-told',
        callId: 'genesys:a',
        media: { state: 'ready' },
      };
      const isKnown = apply(before).known.has('genesys:a');
      const silent = after.filter(({ kind }) => kind !== 'media-told');
      const media = apply([...before, told, ...silent]).known.get('genesys:a')?.media;
      expect(media).toEqual(isKnown ? { state: 'ready' } : undefined);
    }),
  );
});

test('who is in a call joined when they were first seen to be in it after its beginning', () => {
  const rosters = fc.array(fc.uniqueArray(fc.constantFrom('15001', '15002', '15003')), {
    minLength: 1,
  });
  fc.assert(
    fc.property(rosters, fc.boolean(), (told, isRead) => {
      let state = NO_CALLS;
      /** When each of them came, as somebody would note who only compares one roster with the next. */
      let noted = new Map<string, number | undefined>();
      told.forEach((others, index) => {
        const call = toCall('a', { others });
        const event: CallEvent = isRead
          ? { kind: 'line-read', line: 'genesys', calls: [call] }
          : { kind: 'call-seen', call };
        const now = NOW + index;
        state = reduceCalls(state, event, now);
        const first = index === 0 ? undefined : now;
        noted = new Map(others.map((name) => [name, noted.has(name) ? noted.get(name) : first]));
        const shown = state.known.get('genesys:a')?.participants ?? [];
        expect(new Map(shown.map(({ id, joinedAt }) => [id, joinedAt]))).toEqual(noted);
      });
    }),
  );
});
