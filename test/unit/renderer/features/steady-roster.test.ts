import { expect, test } from 'vitest';
import type { Participant } from '../../../../contract/call-model';
import {
  arrangeRoster,
  type OwnChanges,
  type RosterRow,
} from '../../../../renderer/features/roster/steady-roster';

const NOTHING: OwnChanges = { removed: new Set(), hasAdded: false };

function participant(id: string): Participant {
  return { id, name: id, presence: 'joined', isMuted: false, isHeld: false, actions: [] };
}

function arrange(frozen: string, now: string, own: Partial<OwnChanges> = {}) {
  const rows = Array.from(frozen, (id): RosterRow => ({
    participant: participant(id),
    hasLeft: false,
  }));
  const arranged = arrangeRoster(Array.from(now, participant), rows, { ...NOTHING, ...own });
  const shown = arranged.rows.map(({ participant: { id }, hasLeft }) => (hasLeft ? `(${id})` : id));
  return { ...arranged, rows: shown.join(' ') };
}

test('a frozen list keeps its rows, and counts who joined and left', () => {
  expect(arrange('abc', 'dac')).toEqual({ rows: 'a (b) c', joined: 1, left: 1 });
});

test('a person added by the agent is added at the end of a frozen list at once', () => {
  expect(arrange('abc', 'dac', { hasAdded: true })).toEqual({
    rows: 'a (b) c d',
    joined: 0,
    left: 1,
  });
});

test('a person removed by the agent disappears from a frozen list at once', () => {
  expect(arrange('abc', 'ac', { removed: new Set('b') })).toEqual({
    rows: 'a c',
    joined: 0,
    left: 0,
  });
});
