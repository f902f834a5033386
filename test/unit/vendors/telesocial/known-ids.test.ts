import { describe, expect, it } from 'vitest';
import { createKnownIds } from '../../../../main/vendors/telesocial/known-ids';

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('the known ids of TalkSpaces', () => {
  it('are those of the latest list, however long, and the latest of the earlier ones', () => {
    const known = createKnownIds();
    known.note(['first', 'still-listed']);
    for (let day = 0; day < 20; day += 1) known.note([...ids(`${day}-`, 100), 'still-listed']);
    known.note([...ids('new-', 5_000), 'still-listed']);
    expect(ids('new-', 5_000).every((id) => known.has(id))).toBe(true);
    expect(['still-listed', '19-0', '11-0'].every((id) => known.has(id))).toBe(true);
    expect(['first', '0-0', '9-0'].some((id) => known.has(id))).toBe(false);
  });
});
