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
    isEnd: fc.boolean(),
    state: fc.constantFrom('ringing', 'established', 'held', 'ended'),
    isMuted: fc.boolean(),
    others: fc.uniqueArray(fc.constantFrom('15001', '15002', '15003'), { maxLength: 3 }),
  })
  .map(({ id, isEnd, state, isMuted, others }): CallEvent =>
    isEnd
      ? { kind: 'call-ended', callId: `genesys:${id}` }
      : { kind: 'call-seen', call: toCall(id, { state, isMuted, others }) },
  );

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
      return event.call.id;
    case 'call-ended':
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
