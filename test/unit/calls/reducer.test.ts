import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConsultation } from '../../../contract/find-calls';
import type { CallEvent } from '../../../main/calls/call-events';
import type { Calls } from '../../../main/calls/known-call';
import { NO_CALLS, reduceCalls, type LocalEvent } from '../../../main/calls/reducer';
import { moment, participant, telephoneCall } from '../../support/calls';

const NOW = Date.UTC(2026, 0, 1);

function apply(
  events: readonly (CallEvent | LocalEvent)[],
  from: Calls = NO_CALLS,
  now = NOW,
): Calls {
  return events.reduce((state, event) => reduceCalls(state, event, moment(now)), from);
}

function seen(id: string, changes = {}): CallEvent {
  return { kind: 'call-seen', call: telephoneCall(id, changes) };
}

function lineRead(...ids: string[]): CallEvent {
  const calls = ids.map((id) => telephoneCall(id));
  return { kind: 'line-fetched', line: 'genesys', calls, isComplete: true };
}

function statesOf(calls: Calls): string[] {
  return [...calls.known.values()].map(({ id, state }) => `${id} ${state}`).sort();
}

function stateOf(calls: Calls): string | undefined {
  return calls.known.get('genesys:a')?.state;
}

describe('an update of a call', () => {
  it('replaces everything that was known about the call', () => {
    const calls = apply([
      seen('a', { participants: [participant('15001'), participant('15002')], isMuted: true }),
      seen('a', { participants: [participant('15003')] }),
    ]);
    const call = calls.known.get('genesys:a')!;
    expect(call.participants.map(({ name }) => name)).toEqual(['15003']);
    expect(call.isMuted).toBe(false);
  });

  it('changes nothing without new facts', () => {
    const once = apply([seen('a', { lastedMs: 5_000 })]);
    expect(reduceCalls(once, seen('a', { lastedMs: 6_000 }), moment(NOW + 1_000))).toBe(once);
    // Durations are in whole seconds, so a start that seems to move slightly has not moved.
    expect(reduceCalls(once, seen('a', { lastedMs: 6_900 }), moment(NOW + 1_000))).toBe(once);
  });

  it('keeps the start, and replaces it if the vendor reports a better one', () => {
    const first = apply([seen('a')]);
    expect(first.known.get('genesys:a')!.startedAt).toBe(NOW);
    const corrected = apply([seen('a', { lastedMs: 61_000 })], first, NOW + 1_000);
    expect(corrected.known.get('genesys:a')!.startedAt).toBe(NOW - 60_000);
  });

  it.each([
    ['its length', { lastedMs: 600_000 }],
    ['its start', { startedAt: NOW - 600_000 }],
  ])('is first seen answered: it counts as answered from the start, given %s', (_name, given) => {
    const calls = apply([seen('a', given), seen('a', { isMuted: true })]);
    expect(calls.known.get('genesys:a')).toMatchObject({
      startedAt: NOW - 600_000,
      answeredAt: NOW - 600_000,
    });
  });

  it('counts as answered from a start that becomes known later, unless it was seen ringing', () => {
    const later = [seen('a', { lastedMs: 600_000 })];
    const answered = apply(later, apply([seen('a')]), NOW + 1_000).known.get('genesys:a');
    expect(answered).toMatchObject({ answeredAt: NOW - 599_000 });
    const before = apply([seen('a', { state: 'ringing' })], undefined, NOW - 60_000);
    const rang = apply(later, apply([seen('a')], before), NOW + 1_000).known.get('genesys:a');
    expect(rang).toMatchObject({ startedAt: NOW - 599_000, answeredAt: NOW });
  });

  it('makes the call the newest one', () => {
    const calls = apply([seen('a'), seen('b'), seen('a', { isMuted: true })]);
    expect(calls.known.get('genesys:b')!.sequence).toBeGreaterThan(
      calls.known.get('genesys:a')!.sequence,
    );
  });
});

describe('an end', () => {
  const released = seen('a', { state: 'ended' });
  const stated: CallEvent = { kind: 'call-ended', callId: 'genesys:a', isStated: true };
  const inferred: CallEvent = { ...stated, isStated: false };

  it.each([released, stated])('that is explicit is not undone by a late notification', (end) => {
    const ended = apply([seen('a'), end]);
    expect(ended.known.get('genesys:a')!.state).toBe('ended');
    expect(apply([seen('a', { isMuted: true })], ended)).toBe(ended);
    const forgotten = apply([{ kind: 'call-removed', callId: 'genesys:a' }], ended);
    expect(apply([seen('a')], forgotten).known.size).toBe(0);
  });

  it.each([released, stated])('that is explicit is undone by a newer answer', (end) => {
    const back = apply([seen('a'), end, lineRead('a')]);
    expect(back.known.get('genesys:a')).toMatchObject({ state: 'established', sequence: 1 });
    expect(back.known.get('genesys:a')).not.toHaveProperty('endedAt');
    expect(apply([seen('a', { isMuted: true })], back).known.get('genesys:a')!.isMuted).toBe(true);
  });

  it('that was inferred is undone when the call is seen again', () => {
    const ended = apply([seen('a'), inferred]);
    expect(stateOf(ended)).toBe('ended');
    expect(stateOf(apply([seen('a')], ended))).toBe('established');
    expect(stateOf(apply([lineRead('a')], ended))).toBe('established');
    expect(stateOf(apply([{ kind: 'call-fetched', call: telephoneCall('a') }], ended))).toBe(
      'established',
    );
  });

  it('that was inferred can become explicit', () => {
    const ended = apply([seen('a'), inferred, released]);
    expect(apply([seen('a')], ended)).toBe(ended);
  });

  it('that is undone leaves the call unchanged, with its start and join times', () => {
    const before = apply([seen('a', { lastedMs: 60_000 })]);
    const more = [participant('15001'), participant('15002')];
    const joined = apply([seen('a', { participants: more })], before, NOW + 1_000);
    const ended = apply([inferred], joined, NOW + 2_000);
    const dismissed = apply([{ kind: 'call-dismissed', callId: 'genesys:a' }], ended, NOW + 8_000);
    const back = apply([seen('a', { participants: more })], dismissed, NOW + 9_000);
    expect(back).toEqual(joined);
  });

  it('allows no more operations and keeps the participants', () => {
    const calls = apply([
      seen('a', { participants: [participant('15001', { actions: ['remove'] })], isMuted: true }),
      seen('a', { state: 'ended', participants: [participant('15001', { actions: ['remove'] })] }),
    ]);
    expect(calls.known.get('genesys:a')).toMatchObject({
      state: 'ended',
      actions: [],
      isMuted: false,
      endedAt: NOW,
      participants: [{ name: '15001', actions: [] }],
    });
  });

  it('keeps the last parties that were named', () => {
    const [ada, unknown] = [participant('15001'), participant('Unknown party')];
    for (const participants of [[], [unknown]]) {
      const calls = apply([
        seen('a', { participants: [ada] }),
        seen('a', { participants }),
        seen('a', { state: 'ended', participants }),
      ]);
      expect(calls.known.get('genesys:a')!.participants).toMatchObject([{ name: '15001' }]);
    }
  });

  it('of a call that was never shown is not shown', () => {
    const calls = apply([seen('a', { state: 'ended' })]);
    expect(calls.known.size).toBe(0);
    expect(apply([seen('a')], calls).known.size).toBe(0);
  });
});

describe('a call that rings again after its end', () => {
  const ended = (isStated: boolean): CallEvent => ({
    kind: 'call-ended',
    callId: 'genesys:a',
    isStated,
  });
  const ringing = telephoneCall('a', { state: 'ringing', direction: 'inbound' });
  const fetched: CallEvent = { kind: 'call-fetched', call: ringing };

  it.each<[string, CallEvent[]]>([
    ['was answered, with an end that was stated', [seen('a'), ended(true), fetched]],
    ['was answered, with an end that was inferred', [seen('a'), ended(false), fetched]],
    ['was not answered', [seen('a', { state: 'ringing' }), ended(true), fetched]],
    ['was dialed', [seen('a', { state: 'dialing' }), seen('a'), ended(true), fetched]],
  ])('is another one if it %s', (_name, [first, ...others]) => {
    const before = apply([first!]);
    const back = apply(others, before, NOW + 60_000).known.get('genesys:a');
    expect(back).toMatchObject({ state: 'ringing', direction: 'inbound', sequence: 2 });
    expect(back).toMatchObject({ startedAt: NOW + 60_000 });
    expect(back).not.toHaveProperty('answeredAt');
    expect(back).not.toHaveProperty('endedAt');
  });

  it.each([
    { what: 'another one if it began after the stated end', lastedMs: 50_000, sequence: 2 },
    { what: 'the same one if it began before', lastedMs: 58_000, sequence: 1 },
    { what: 'the same one if that is not known', lastedMs: undefined, sequence: 1 },
  ])('but whose ringing was not seen is $what', ({ lastedMs, sequence }) => {
    const before = apply([seen('a'), ended(true)]);
    const alive = telephoneCall('a', lastedMs === undefined ? {} : { lastedMs });
    const back = apply([{ kind: 'call-fetched', call: alive }], before, NOW + 60_000);
    expect(back.known.get('genesys:a')).toMatchObject({ state: 'established', sequence });
  });

  it('is the same one if it has not been answered and its end was only inferred', () => {
    const before = apply([{ kind: 'call-seen', call: ringing }]);
    const back = apply([ended(false), fetched], before, NOW + 1_000);
    expect(back).toEqual(before);
  });
});

describe('an unwatched conference', () => {
  const room = (changes = {}) =>
    seen('r', { id: 'conference:r', line: 'conference', isWatched: true, ...changes });
  const left: CallEvent = { kind: 'call-unwatched', callId: 'conference:r' };

  it('is removed, and has not ended', () => {
    expect(apply([room(), left]).known.size).toBe(0);
    expect(apply([room(), left, room()]).known.get('conference:r')!.state).toBe('established');
    const other = apply([seen('a')]);
    expect(reduceCalls(other, left, moment(NOW))).toBe(other);
  });

  it('is shown as ended if it is watched again', () => {
    const ended = room({ state: 'ended' });
    expect(apply([ended, left, ended]).known.get('conference:r')!.state).toBe('ended');
  });
});

describe('a line that was fetched', () => {
  const room = seen('room', { id: 'conference:room', line: 'conference', isWatched: true });

  it('ends calls that are missing twice in a row, but none of other lines', () => {
    const once = apply([seen('a'), seen('b'), room, lineRead('b', 'c')]);
    expect(statesOf(once)).toEqual([
      'conference:room established',
      'genesys:a established',
      'genesys:b established',
      'genesys:c established',
    ]);
    const twice = apply([lineRead('b', 'c')], once);
    expect(statesOf(twice)).toContain('genesys:a ended');
    expect(statesOf(twice)).toContain('conference:room established');
  });

  it.each([
    ['a notification', seen('a')],
    ['an answer', lineRead('a')],
  ])('ends no call that %s shows in between', (_, sight) => {
    expect(stateOf(apply([seen('a'), lineRead(), sight, lineRead()]))).toBe('established');
  });

  it('ends no call if the list is incomplete', () => {
    const part: CallEvent = { kind: 'line-fetched', line: 'genesys', calls: [], isComplete: false };
    expect(stateOf(apply([seen('a'), part, part, part]))).toBe('established');
  });

  it('restores a call that had ended because it was missing', () => {
    expect(stateOf(apply([seen('a'), lineRead(), lineRead(), lineRead('a')]))).toBe('established');
  });
});

describe('the same facts', () => {
  const ids = ['a', 'b', 'c'];
  const facts = fc.constantFrom<CallEvent>(
    ...ids.map((id) => seen(id, { startedAt: NOW })),
    ...ids.map((id): CallEvent => ({
      kind: 'call-ended',
      callId: `genesys:${id}`,
      isStated: true,
    })),
  );

  it('lead to the same calls in any order and number of repetitions', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), (events) => {
        const twice = apply([...events, ...events]);
        const backwards = apply([...events, ...[...events].reverse()]);
        expect(statesOf(twice)).toEqual(statesOf(backwards));
      }),
    );
  });
});

describe('the join time', () => {
  it('is recorded for people who join, but not for those who were there before', () => {
    const [ada, bob] = [participant('ada'), participant('bob')];
    const first = apply([seen('a', { participants: [ada] })]);
    const later = apply([seen('a', { participants: [ada, bob] })], first, NOW + 60_000);
    const last = apply([seen('a', { participants: [bob, ada] })], later, NOW + 90_000);
    const joined = last.known
      .get('genesys:a')!
      .participants.map(({ name, joinedAt }) => [name, joinedAt]);
    expect(joined).toEqual([
      ['bob', NOW + 60_000],
      ['ada', undefined],
    ]);
  });

  it('is not recorded for a colleague who consults the agent, although the first message lists nobody', () => {
    const consultation = { isConsultation: true as const };
    const first = apply([seen('a', { ...consultation, participants: [] })]);
    const [colleague, customer] = [participant('15050'), participant('ada')];
    const named = seen('a', { ...consultation, participants: [colleague] });
    const later = apply([named], first, NOW + 1_000);
    const all = seen('a', { ...consultation, participants: [colleague, customer] });
    const last = apply([all], later, NOW + 60_000).known.get('genesys:a')!;
    expect(last.participants.map(({ joinedAt }) => joinedAt)).toEqual([undefined, NOW + 60_000]);
    expect(isConsultation(last)).toBe(true);
    expect(isConsultation({ ...last, participants: [last.participants[1]!] })).toBe(false);
  });

  it('is the time of joining, not of being called, and the vendor’s own time is preferred', () => {
    const calling = participant('ada', { presence: 'calling' });
    const first = apply([seen('a', { participants: [calling] })]);
    expect(first.known.get('genesys:a')!.participants[0]!.joinedAt).toBeUndefined();
    const joined = apply([seen('a', { participants: [participant('ada')] })], first, NOW + 5_000);
    expect(joined.known.get('genesys:a')!.participants[0]!.joinedAt).toBe(NOW + 5_000);
    const reported = seen('a', { participants: [participant('ada', { joinedAt: NOW + 4_000 })] });
    const better = apply([reported], joined, NOW + 6_000);
    expect(better.known.get('genesys:a')!.participants[0]!.joinedAt).toBe(NOW + 4_000);
  });

  it('starts over for a person who left and came back', () => {
    const once = apply([seen('a', { participants: [participant('ada')] })]);
    const gone = apply([seen('a', { participants: [] })], once, NOW + 1_000);
    const back = apply([seen('a', { participants: [participant('ada')] })], gone, NOW + 9_000);
    expect(back.known.get('genesys:a')!.participants[0]!.joinedAt).toBe(NOW + 9_000);
  });
});

describe('the clocks', () => {
  const HOUR = 3_600_000;

  it('of a vendor can be ahead, but no start or join time is in the future', () => {
    const ahead = {
      startedAt: NOW + HOUR,
      participants: [participant('ada', { joinedAt: NOW + HOUR })],
    };
    const calls = apply([seen('a', ahead)]);
    expect(calls.known.get('genesys:a')).toMatchObject({
      startedAt: NOW,
      participants: [{ joinedAt: NOW }],
    });
    // It does not move forward when that moment comes either.
    const later = reduceCalls(calls, seen('a', ahead), moment(NOW + 2 * HOUR));
    expect(later).toBe(calls);
  });

  it.each([HOUR, -HOUR])(
    'of the computer can be set by %d ms without changing any length',
    (shift) => {
      const people = [participant('ada'), participant('bob')];
      const first = apply([seen('a', { participants: people.slice(0, 1), lastedMs: 5_000 })]);
      const joined = apply(
        [seen('a', { participants: people, lastedMs: 6_000 })],
        first,
        NOW + 1_000,
      );
      const set = { now: NOW + 2_000 + shift, elapsed: NOW + 2_000 };
      const after = reduceCalls(joined, seen('a', { participants: people, lastedMs: 7_000 }), set);
      const call = after.known.get('genesys:a')!;
      expect(set.now - call.startedAt).toBe(7_000);
      expect(call.participants[1]!.joinedAt).toBe(NOW + 1_000 + shift);
      const ended = reduceCalls(joined, seen('a', { state: 'ended' }), set);
      const { startedAt, endedAt } = ended.known.get('genesys:a')!;
      expect(endedAt! - startedAt).toBe(7_000);
    },
  );

  it('of a vendor that reports a start is not affected when the computer’s clock is set', () => {
    const reported = seen('a', { startedAt: NOW - 5_000 });
    const set = { now: NOW + HOUR, elapsed: NOW };
    const call = reduceCalls(apply([reported]), reported, set).known.get('genesys:a')!;
    expect(set.now - call.startedAt).toBe(5_000);
  });
});
