import { describe, expect, it } from 'vitest';
import { describeChanges } from '../../../../renderer/features/announcements/describe-changes';
import { snapshotOf, telephoneCall } from '../fixtures';

const CUSTOMER = telephoneCall({
  id: 'customer',
  identity: { name: 'Ada Marsh' },
  state: 'held',
  isHeld: true,
});
const COLLEAGUE = telephoneCall({ id: 'colleague' });

describe('when another call becomes the current one', () => {
  it('announces it after the end of the previous one', () => {
    const before = snapshotOf([COLLEAGUE, CUSTOMER]);
    const after = snapshotOf([CUSTOMER]);
    expect(describeChanges(before, after).polite).toEqual([
      'Ended',
      'Current call: Ada Marsh, On hold',
    ]);
  });

  it('announces it alone while the previous one goes on', () => {
    const before = snapshotOf([COLLEAGUE, CUSTOMER]);
    const after = { ...before, currentCallId: 'customer' };
    expect(describeChanges(before, after).polite).toEqual(['Current call: Ada Marsh, On hold']);
  });
});
