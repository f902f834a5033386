import { expect, test } from 'vitest';
import {
  arrangeCalls,
  type CallsBeside,
  type LiveCalls,
} from '../../../../renderer/features/current-call/steady-calls';
import { telephoneCall } from '../fixtures';

/** Calls, one letter each: the current one, the waiting ones, and the others. */
function live(current: string, waiting: string, others: string): LiveCalls {
  return {
    calls: Array.from(current + waiting + others, (id) => telephoneCall({ id })),
    currentCallId: current,
    waitingCallIds: Array.from(waiting),
  };
}

function describe({ waiting, place, hasGap, others }: CallsBeside): string {
  const rows = others.map(({ call, isGone }) => (isGone ? `(${call.id})` : call.id));
  const banner = waiting === undefined ? [] : [`${waiting.id}!`];
  return [
    ...(hasGap ? ['-'] : []),
    ...(place === 'first' ? banner : []),
    ...rows,
    ...(place === 'last' ? banner : []),
  ].join(' ');
}

/** The calls below the current one after these changes, while the list is frozen from the first one on. */
function freeze(first: LiveCalls, ...changes: readonly LiveCalls[]): string {
  return describe(
    changes.reduce<CallsBeside>(
      (frozen, now) => arrangeCalls(now, frozen),
      arrangeCalls(first, undefined),
    ),
  );
}

test('while the list is not frozen, the waiting call is first', () => {
  expect(freeze(live('a', 'b', 'cd'))).toBe('b! c d');
  expect(freeze(live('a', 'bc', 'd'))).toBe('b! c d');
});

test('while the list is frozen, a new waiting call is added at the end', () => {
  expect(freeze(live('a', '', 'cd'), live('a', 'b', 'cd'))).toBe('c d b!');
  expect(freeze(live('a', '', 'cd'), live('a', 'b', 'cd'), live('a', '', 'cd'))).toBe('c d');
});

test('while the list is frozen, the place of a removed call stays empty', () => {
  expect(freeze(live('a', 'b', 'cd'), live('a', '', 'cd'))).toBe('- c d');
  expect(freeze(live('a', 'b', 'cd'), live('a', '', 'cd'), live('a', 'e', 'cd'))).toBe('- c d e!');
  expect(freeze(live('a', '', 'cde'), live('a', '', 'ce'))).toBe('c (d) e');
  expect(freeze(live('a', '', 'cd'), live('c', '', 'd'))).toBe('(c) d');
});

test('while the keypad is frozen, nothing is added above it', () => {
  const frozen = arrangeCalls(live('a', '', 'c'), undefined);
  expect(describe(arrangeCalls(live('a', '', 'cd'), frozen, true))).toBe('c');
});

test('a newer waiting call does not take the place of a frozen one', () => {
  expect(freeze(live('a', 'b', 'c'), live('a', 'eb', 'c'))).toBe('b! c e');
});

test('the call that the agent selects exchanges places with the previous current call', () => {
  expect(freeze(live('a', '', 'cd'), live('c', '', 'ad'))).toBe('a d');
});
