import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallEvent } from '../../../main/calls/call-events';
import type { Calls } from '../../../main/calls/known-call';
import { NO_CALLS, reduceCalls } from '../../../main/calls/reducer';
import { moment, participant, telephoneCall } from '../../support/calls';

const NOW = Date.UTC(2026, 0, 1);
const IDS = ['a', 'b', 'c'] as const;

const fact = fc
  .record({
    id: fc.constantFrom(...IDS),
    kind: fc.constantFrom('call-ended', 'call-seen', 'call-seen', 'call-fetched', 'media-updated'),
    state: fc.constantFrom('ringing', 'established', 'held', 'ended'),
    isMuted: fc.boolean(),
    isStated: fc.boolean(),
    others: fc.uniqueArray(fc.constantFrom('15001', '15002', '15003'), { maxLength: 3 }),
    media: fc.constantFrom('pending', 'ready', 'none'),
  })
  .map(({ id, kind, state, isMuted, isStated, others, media }): CallEvent => {
    const callId = `genesys:${id}`;
    switch (kind) {
      case 'call-ended':
        return { kind, callId, isStated };
      case 'media-updated':
        return { kind, callId, media: { state: media } };
      case 'call-seen':
      case 'call-fetched':
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
  return events.reduce((state, event) => reduceCalls(state, event, moment(NOW)), from);
}

function idOf(event: CallEvent): string {
  switch (event.kind) {
    case 'call-seen':
    case 'call-fetched':
      return event.call.id;
    case 'call-ended':
    case 'call-unwatched':
    case 'media-updated':
      return event.callId;
    case 'line-fetched':
      return event.line;
  }
}

/** The state of the calls, without the order in which they were first seen. */
function picture({ known, statedEnds }: Calls) {
  return {
    ended: [...statedEnds].sort(),
    calls: [...known.values()]
      .map((call) => ({ ...call, sequence: 0 }))
      .sort((one, other) => one.id.localeCompare(other.id)),
  };
}

test('a repeated fact changes nothing, not even the state object', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.nat(5), (facts, times) => {
      let state = NO_CALLS;
      for (const event of facts) {
        state = reduceCalls(state, event, moment(NOW));
        for (let count = 0; count < times; count += 1) {
          expect(reduceCalls(state, event, moment(NOW))).toBe(state);
        }
      }
    }),
  );
});

test('events of different calls can arrive in any order', () => {
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

const isAnswer = ({ kind }: CallEvent): boolean =>
  kind === 'call-fetched' || kind === 'line-fetched';

test('an explicit end survives all late notifications', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), (before, after) => {
      const end: CallEvent = { kind: 'call-ended', callId: 'genesys:a', isStated: true };
      const late = after.filter((event) => !isAnswer(event));
      const { known, statedEnds } = apply([...before, end, ...late]);
      expect(statedEnds.has('genesys:a')).toBe(true);
      expect(known.get('genesys:a')?.state ?? 'ended').toBe('ended');
    }),
  );
});

test('an inferred end is undone when the call is seen again', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.boolean(), (facts, isRead) => {
      const before = apply(facts.filter((event) => !statesEnd(event)));
      const end: CallEvent = { kind: 'call-ended', callId: 'genesys:a', isStated: false };
      const sight: CallEvent = {
        kind: isRead ? 'call-fetched' : 'call-seen',
        call: toCall('a', {}),
      };
      expect(apply([end, sight], before).known.get('genesys:a')!.state).toBe('established');
    }),
  );
});

function statesEnd(event: CallEvent): boolean {
  return event.kind === 'call-ended'
    ? event.isStated
    : 'call' in event && event.call.state === 'ended';
}

function lineRead(ids: readonly string[], isComplete = true): CallEvent {
  const calls = ids.map((id) => toCall(id, { isMuted: true }));
  return { kind: 'line-fetched', line: 'genesys', calls, isComplete };
}

function shown({ known }: Calls) {
  return [...known.values()].filter(({ state }) => state !== 'ended');
}

test('the content of an answer is shown, whatever was reported before', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.subarray([...IDS]), fc.boolean(), (facts, ids, isComplete) => {
      const { known } = apply([lineRead(ids, isComplete)], apply(facts));
      for (const id of ids) {
        expect(known.get(`genesys:${id}`)).toMatchObject({ state: 'established', isMuted: true });
      }
    }),
  );
});

test('one answer ends no call, and after two in a row only the calls in them remain', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.subarray([...IDS]), (facts, ids) => {
      const before = apply([...facts, ...IDS.map((id) => lineRead([id], false))]);
      const once = apply([lineRead(ids)], before);
      expect(shown(once)).toHaveLength(IDS.length);
      const twice = apply([lineRead(ids)], once);
      expect(
        shown(twice)
          .map(({ reference }) => reference)
          .sort(),
      ).toEqual([...ids].sort());
    }),
  );
});

test('an incomplete answer ends no call, however often it arrives', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fc.subarray([...IDS])), (facts, answers) => {
      const before = apply(facts);
      const after = apply(
        answers.map((ids) => lineRead(ids, false)),
        before,
      );
      const ids = new Set(shown(after).map(({ id }) => id));
      for (const { id } of shown(before)) expect(ids).toContain(id);
    }),
  );
});

test('an end that is undone leaves the call as it was', () => {
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const alive = apply([lineRead(['a'], false)], apply(facts));
      const end: CallEvent = { kind: 'call-ended', callId: 'genesys:a', isStated: false };
      expect(apply([end, lineRead(['a'], false)], alive)).toEqual(alive);
    }),
  );
});

test('a fetched call is the same as a notified one, unless its end was explicit', () => {
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const alive = facts.filter((event) => !statesEnd(event));
      const seen = alive.map((event): CallEvent =>
        event.kind === 'call-fetched' ? { ...event, kind: 'call-seen' } : event,
      );
      expect(apply(alive)).toEqual(apply(seen));
    }),
  );
});

test('an unwatched call is removed completely, even its end, and can be seen again', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), (before, after) => {
      const left: CallEvent = { kind: 'call-unwatched', callId: 'genesys:a' };
      const [back, fresh] = [apply([...before, left, ...after]), apply(after)].map((calls) => ({
        call: picture(calls).calls.find(({ id }) => id === 'genesys:a'),
        hasEnded: calls.statedEnds.has('genesys:a'),
      }));
      expect(back).toEqual(fresh);
    }),
  );
});

test('facts about a recording stay, whatever is reported about the call later', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), (before, after) => {
      const reported: CallEvent = {
        kind: 'media-updated',
        callId: 'genesys:a',
        media: { state: 'ready' },
      };
      const known = apply(before).known.get('genesys:a');
      const silent = after.filter(({ kind }) => kind !== 'media-updated');
      const later = apply([...before, reported, ...silent]).known.get('genesys:a');
      const isSame = known !== undefined && later?.sequence === known.sequence;
      expect(later?.media).toEqual(isSame ? { state: 'ready' } : undefined);
    }),
  );
});

test('participants joined when they were first seen in the call after its start', () => {
  const rosters = fc.array(fc.uniqueArray(fc.constantFrom('15001', '15002', '15003')), {
    minLength: 1,
  });
  fc.assert(
    fc.property(rosters, fc.boolean(), (reported, isRead) => {
      let state = NO_CALLS;
      /** The join times that follow from comparing each roster with the next. */
      let noted = new Map<string, number | undefined>();
      reported.forEach((others, index) => {
        const call = toCall('a', { others });
        const event: CallEvent = isRead
          ? { kind: 'line-fetched', line: 'genesys', calls: [call], isComplete: true }
          : { kind: 'call-seen', call };
        const now = NOW + index;
        state = reduceCalls(state, event, moment(now));
        const first = index === 0 ? undefined : now;
        noted = new Map(others.map((name) => [name, noted.has(name) ? noted.get(name) : first]));
        const shown = state.known.get('genesys:a')?.participants ?? [];
        expect(new Map(shown.map(({ id, joinedAt }) => [id, joinedAt]))).toEqual(noted);
      });
    }),
  );
});
