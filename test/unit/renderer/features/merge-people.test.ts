import { describe, expect, it } from 'vitest';
import type { SuggestedPerson } from '../../../../contract/contacts';
import { mergePeople } from '../../../../renderer/features/contacts/merge-people';

function found(name: string, address: string, fields: Partial<SuggestedPerson> = {}) {
  return { name, address, isFavorite: false, source: 'imported', ...fields } as const;
}

const nobody = () => false;

describe('suggested people', () => {
  it('are favorites first, then people from the last calls, then everybody else, each number once', () => {
    const people = mergePeople(
      [
        found('Ada', '(212) 555-0142', { label: 'mobile', company: 'Harbor Light' }),
        found('Grace', '15003', { isFavorite: true }),
        found('15009', '15009', { source: 'history' }),
      ],
      [
        { name: '+12125550142', address: '+12125550142' },
        { name: 'Linus', address: '15004' },
        { name: '15009', address: '15009' },
      ],
      nobody,
    );
    expect(people.map(({ label }) => label)).toEqual(['Grace', 'Linus', '15009', 'Ada']);
    expect(people[0]).toMatchObject({ value: '15003', isFavorite: true });
    expect(people[3]).toMatchObject({
      value: '(212) 555-0142',
      detail: '(212) 555-0142 · Mobile · Harbor Light',
    });
    expect(people[2]?.detail).toBeUndefined();
  });

  it('do not include people who are already in the call', () => {
    const isInCall = (address: string) => address === '15003';
    expect(mergePeople([found('Grace', '15003')], [], isInCall)).toEqual([]);
  });
});
