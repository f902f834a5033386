import { expect, it } from 'vitest';
import type { Calls } from '../../../main/calls/known-call';
import { NO_CALLS, reduceCalls } from '../../../main/calls/reducer';
import { findRosterChanges } from '../../../main/calls/roster-changes';
import { moment, participant, telephoneCall } from '../../support/calls';

function withPeople(from: Calls, ...people: ReturnType<typeof participant>[]): Calls {
  return reduceCalls(
    from,
    { kind: 'call-seen', call: telephoneCall('a', { participants: people }) },
    moment(0),
  );
}

function changesBetween(before: Calls, after: Calls): unknown[] {
  return findRosterChanges(before, after).map(({ joined, left }) => [
    joined.map(({ name }) => name),
    left.map(({ name }) => name),
  ]);
}

it('reports who joined and who left', () => {
  const before = withPeople(NO_CALLS, participant('15001'), participant('15002'));
  const after = withPeople(before, participant('15001'), participant('15003'));
  expect(changesBetween(before, after)).toEqual([[['15003'], ['15002']]]);
});

it('reports nobody when another call begins under the id of an ended one', () => {
  const ended = reduceCalls(
    withPeople(NO_CALLS, participant('15001')),
    { kind: 'call-ended', callId: 'genesys:a', isStated: true },
    moment(0),
  );
  const call = telephoneCall('a', { state: 'ringing', participants: [participant('15002')] });
  const back = reduceCalls(ended, { kind: 'call-fetched', call }, moment(1));
  expect(changesBetween(ended, back)).toEqual([]);
});

it('reports nobody as joined when the first message of a consultation lists nobody', () => {
  const see = (from: Calls, people: ReturnType<typeof participant>[]) => {
    const call = telephoneCall('a', { isConsultation: true, participants: people });
    return reduceCalls(from, { kind: 'call-seen', call }, moment(0));
  };
  const before = see(NO_CALLS, []);
  expect(changesBetween(before, see(before, [participant('15050')]))).toEqual([]);
});

it('reports nobody as joined when a call is first seen, nor as left when it ends', () => {
  const first = withPeople(NO_CALLS, participant('15001'));
  expect(changesBetween(NO_CALLS, first)).toEqual([]);
  const ended = reduceCalls(
    first,
    { kind: 'call-ended', callId: 'genesys:a', isStated: true },
    moment(0),
  );
  expect(changesBetween(first, ended)).toEqual([]);
});

it('counts a person as joined when they answer, not when they are called', () => {
  const before = withPeople(NO_CALLS, participant('15001'));
  const called = withPeople(
    before,
    participant('15001'),
    participant('eta', { presence: 'calling' }),
  );
  expect(changesBetween(before, called)).toEqual([]);
  const answered = withPeople(called, participant('15001'), participant('eta'));
  expect(changesBetween(called, answered)).toEqual([[['eta'], []]]);
});

it('distinguishes two with the same number', () => {
  const before = withPeople(NO_CALLS, participant('15001'));
  const after = withPeople(before, participant('15001'), participant('15001', { id: '15001#2' }));
  expect(changesBetween(before, after)).toEqual([[['15001'], []]]);
});
