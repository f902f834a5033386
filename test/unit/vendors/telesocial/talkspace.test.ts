import { expect, test } from 'vitest';
import { createNumbers } from '../../../../main/numbers/numbers';
import {
  createTalkSpace,
  isKnownIn,
  withCalled,
  withMute,
  withFetched,
} from '../../../../main/vendors/telesocial/talkspace';

const { keyOf } = createNumbers('US');

test('a person in another notation keeps the known one', () => {
  const space = withMute(createTalkSpace('t', ['2125550142', 'eta']), '2125550142', true);
  const read = withFetched(space, ['eta', '+1 (212) 555-0142'], 0, keyOf);
  expect(read.joined).toEqual(['eta', '2125550142']);
  expect([...read.muted]).toEqual(['2125550142']);
});

test('a person in another notation is listed once', () => {
  const space = withCalled(createTalkSpace('t'), '+12125550142', false, 0);
  const read = withFetched(space, ['2125550142', '2125550142'], 1_000, keyOf);
  expect(read.joined).toEqual(['+12125550142']);
  expect(read.calling.size).toBe(0);
  expect(isKnownIn(read, '(212) 555-0142', keyOf)).toBe(true);
  expect(isKnownIn(read, 'Eta', keyOf)).toBe(false);
});

test('a person who returns after an empty answer keeps their mute state', () => {
  const space = withMute(createTalkSpace('t', ['eta', 'iota']), 'eta', true);
  const emptied = withFetched(space, [], 0, keyOf);
  expect(emptied.joined).toEqual([]);
  expect([...withFetched(emptied, ['eta', 'iota'], 0, keyOf).muted]).toEqual(['eta']);
});

test('a person who leaves while others stay and then returns is not muted', () => {
  const space = withMute(createTalkSpace('t', ['eta', 'iota']), 'eta', true);
  const without = withFetched(space, ['iota'], 0, keyOf);
  expect([...withFetched(without, ['eta', 'iota'], 0, keyOf).muted]).toEqual([]);
});
