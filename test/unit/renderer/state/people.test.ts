import { describe, expect, it } from 'vitest';
import type { LastCall } from '../../../../contract/snapshot';
import { filterPeople, listRecentPeople } from '../../../../renderer/state/people';
import { participant, snapshotOf, talkSpace, telephoneCall } from '../fixtures';

const before: LastCall = {
  id: 'genesys:0',
  line: 'genesys',
  reference: '0',
  identity: { name: 'Ada' },
  wasAnswered: true,
  participants: [
    { id: 'a', name: 'Ada as she was called before', address: '15001' },
    { id: 'g', name: 'Grace Hopper', address: '15002' },
    { id: 'u', name: 'Nobody knows how' },
  ],
  participantCount: 3,
  startedAt: 0,
  endedAt: 1,
  canLookUpRecording: false,
};
const ada = participant({ name: 'Ada Lovelace', address: '15001' });
const shown = snapshotOf(
  [
    telephoneCall({ participants: [ada] }),
    talkSpace({ participants: [participant({ name: 'theta', address: 'theta' })] }),
  ],
  { lastCalls: [before] },
);

describe('recent people', () => {
  it('are the people who can be reached on the same line, each once, newest first', () => {
    expect(listRecentPeople(shown, 'genesys')).toEqual([
      { name: 'Ada Lovelace', address: '15001' },
      { name: 'Grace Hopper', address: '15002' },
    ]);
    expect(listRecentPeople(shown, 'talkspace')).toEqual([{ name: 'theta', address: 'theta' }]);
    expect(listRecentPeople(shown, 'conference')).toEqual([]);
  });

  it.each([
    ['', ['Ada Lovelace', 'Grace Hopper']],
    ['hop gra', ['Grace Hopper']],
    ['15001', ['Ada Lovelace']],
    ['ada 15002', []],
  ])('match the typed text: “%s”', (typed, names) => {
    const people = filterPeople(listRecentPeople(shown, 'genesys'), typed);
    expect(people.map(({ name }) => name)).toEqual(names);
  });
});
