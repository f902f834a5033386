import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../main/calls/call-events';
import { NO_CALLS, reduceCalls, type Calls } from '../../../main/calls/reducer';
import { participant, telephoneCall } from '../../support/calls';

const NOW = Date.UTC(2026, 0, 1);

function apply(events: readonly CallEvent[], from: Calls = NO_CALLS, now = NOW): Calls {
  return events.reduce((state, event) => reduceCalls(state, event, now), from);
}

function seen(id: string, changes = {}): CallEvent {
  return { kind: 'call-seen', call: telephoneCall(id, changes) };
}

describe('a call that is seen', () => {
  it('replaces what was known of it, as a whole', () => {
    const calls = apply([
      seen('a', { participants: [participant('15001'), participant('15002')], isMuted: true }),
      seen('a', { participants: [participant('15003')] }),
    ]);
    const call = calls.known.get('genesys:a')!;
    expect(call.participants.map(({ name }) => name)).toEqual(['15003']);
    expect(call.isMuted).toBe(false);
  });

  it('changes nothing when it tells nothing new', () => {
    const once = apply([seen('a', { startedAt: NOW - 5_000 })]);
    expect(reduceCalls(once, seen('a', { startedAt: NOW - 5_000 }), NOW + 1_000)).toBe(once);
    // Durations come in whole seconds, so a start that seems to move a little has not moved.
    expect(reduceCalls(once, seen('a', { startedAt: NOW - 5_900 }), NOW + 1_000)).toBe(once);
  });

  it('keeps its start, and takes a better one when the vendor tells it', () => {
    const first = apply([seen('a')]);
    expect(first.known.get('genesys:a')!.startedAt).toBe(NOW);
    const corrected = apply([seen('a', { startedAt: NOW - 60_000 })], first, NOW + 1_000);
    expect(corrected.known.get('genesys:a')!.startedAt).toBe(NOW - 60_000);
  });

  it('is newer than those before it', () => {
    const calls = apply([seen('a'), seen('b'), seen('a', { isMuted: true })]);
    expect(calls.known.get('genesys:b')!.sequence).toBeGreaterThan(
      calls.known.get('genesys:a')!.sequence,
    );
  });
});

describe('an end', () => {
  it('is final: old news do not bring the call back', () => {
    const ended = apply([seen('a'), { kind: 'call-ended', callId: 'genesys:a' }]);
    expect(ended.known.get('genesys:a')!.state).toBe('ended');
    expect(apply([seen('a', { isMuted: true })], ended)).toBe(ended);
    const forgotten = reduceCalls(ended, { kind: 'call-forgotten', callId: 'genesys:a' }, NOW);
    expect(apply([seen('a')], forgotten).known.size).toBe(0);
  });

  it('allows nothing any more and keeps who was there', () => {
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

  it('of a call that was never shown shows nothing', () => {
    const calls = apply([seen('a', { state: 'ended' })]);
    expect(calls.known.size).toBe(0);
    expect(apply([seen('a')], calls).known.size).toBe(0);
  });
});

describe('a conference that is left', () => {
  const room = (changes = {}) => seen('r', { id: 'conference:r', line: 'conference', ...changes });
  const left: CallEvent = { kind: 'call-left', callId: 'conference:r' };

  it('is not known any more, and was not ended', () => {
    expect(apply([room(), left]).known.size).toBe(0);
    expect(apply([room(), left, room()]).known.get('conference:r')!.state).toBe('established');
    const other = apply([seen('a')]);
    expect(reduceCalls(other, left, NOW)).toBe(other);
  });

  it('shows that it has ended to who comes back to it', () => {
    const ended = room({ state: 'ended' });
    expect(apply([ended, left, ended]).known.get('conference:r')!.state).toBe('ended');
  });
});

describe('a line that was read', () => {
  it('ends what is missing and leaves other lines alone', () => {
    const before = apply([
      seen('a'),
      seen('b'),
      seen('room', { id: 'conference:room', line: 'conference' }),
    ]);
    const after = apply(
      [{ kind: 'line-read', line: 'genesys', calls: [telephoneCall('b'), telephoneCall('c')] }],
      before,
    );
    const states = [...after.known.values()].map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      ['genesys:a', 'ended'],
      ['genesys:b', 'established'],
      ['conference:room', 'established'],
      ['genesys:c', 'established'],
    ]);
  });
});

describe('the same facts', () => {
  const ids = ['a', 'b', 'c'];
  const facts = fc.constantFrom<CallEvent>(
    ...ids.map((id) => seen(id, { startedAt: NOW })),
    ...ids.map((id): CallEvent => ({ kind: 'call-ended', callId: `genesys:${id}` })),
  );

  it('lead to the same calls in any order and however often, once each has been told', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), (events) => {
        const twice = apply([...events, ...events]);
        const backwards = apply([...events, ...[...events].reverse()]);
        expect(statesOf(twice)).toEqual(statesOf(backwards));
      }),
    );
  });

  function statesOf(calls: Calls): unknown[] {
    return [...calls.known.values()].map(({ id, state }) => `${id} ${state}`).sort();
  }
});

describe('who joined when', () => {
  it('is noted for those who come, and not for those who were there before', () => {
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

  it('is the moment of joining, not of being called, and the vendor knows better', () => {
    const calling = participant('ada', { presence: 'calling' });
    const first = apply([seen('a', { participants: [calling] })]);
    expect(first.known.get('genesys:a')!.participants[0]!.joinedAt).toBeUndefined();
    const joined = apply([seen('a', { participants: [participant('ada')] })], first, NOW + 5_000);
    expect(joined.known.get('genesys:a')!.participants[0]!.joinedAt).toBe(NOW + 5_000);
    const told = seen('a', { participants: [participant('ada', { joinedAt: NOW + 4_000 })] });
    const better = apply([told], joined, NOW + 6_000);
    expect(better.known.get('genesys:a')!.participants[0]!.joinedAt).toBe(NOW + 4_000);
  });

  it('begins anew for somebody who left and came back', () => {
    const once = apply([seen('a', { participants: [participant('ada')] })]);
    const gone = apply([seen('a', { participants: [] })], once, NOW + 1_000);
    const back = apply([seen('a', { participants: [participant('ada')] })], gone, NOW + 9_000);
    expect(back.known.get('genesys:a')!.participants[0]!.joinedAt).toBe(NOW + 9_000);
  });
});
