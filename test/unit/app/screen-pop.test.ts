import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../contract/call-model';
import { createScreenPops, type ScreenPops } from '../../../main/app/screen-pop';
import type { ScreenPop } from '../../../main/settings/screen-pop';
import { participant, snapshotOf, telephoneCall } from '../renderer/fixtures';

const RINGING = telephoneCall({
  id: 'genesys:1',
  state: 'ringing',
  direction: 'inbound',
  identity: { name: 'Ada Marsh', number: '(212) 555-0143' },
  participants: [participant({ address: '+12125550143' })],
  attachedData: [{ key: 'Order', value: 'A/1', isText: true }],
});

describe('the page of a call', () => {
  let opened: string[];
  let screenPop: ScreenPop | undefined;
  let pops: ScreenPops;
  let follow: (...calls: Call[]) => void;
  beforeEach(() => {
    opened = [];
    screenPop = { url: 'https://crm.example.com/{number}/{data.Order}', when: 'ringing' };
    pops = createScreenPops({
      findScreenPop: () => screenPop,
      open: (url) => void opened.push(url),
    });
    follow = (...calls) => {
      pops.note(calls);
      pops.follow(snapshotOf(calls));
    };
  });

  it('is opened once when it rings, with the values of the call', () => {
    follow(RINGING);
    follow({ ...RINGING, identity: { name: 'Ada' } });
    follow({ ...RINGING, state: 'established' });
    expect(opened).toEqual(['https://crm.example.com/%2B12125550143/A%2F1']);
  });

  it('is opened once when it is answered, if the profile says so', () => {
    screenPop = { url: 'https://crm.example.com/{number}', when: 'answered' };
    follow(RINGING);
    expect(opened).toEqual([]);
    follow({ ...RINGING, state: 'established' });
    follow({ ...RINGING, state: 'held', isHeld: true });
    follow({ ...RINGING, state: 'established' });
    expect(opened).toHaveLength(1);
  });

  it.each(['ringing', 'established'] as const)(
    'is opened again for a call that comes back under its id and is %s',
    (state) => {
      follow({ ...RINGING, sequence: 1 });
      follow({ ...RINGING, sequence: 1, state: 'established' });
      follow({ ...RINGING, sequence: 1, state: 'ended', endedAt: 1 });
      follow({ ...RINGING, sequence: 2, state });
      follow({ ...RINGING, sequence: 2, state: 'established' });
      expect(opened).toHaveLength(2);
    },
  );

  it.each(['ringing', 'answered'] as const)(
    'is opened once for a call that is answered automatically, when %s',
    (when) => {
      screenPop = { url: 'https://crm.example.com/{number}', when };
      // Its direction may be known only later.
      pops.note([{ id: RINGING.id, state: 'ringing' }]);
      follow(telephoneCall({ id: RINGING.id, state: 'ringing' }));
      follow({ ...RINGING, state: 'established' });
      follow({ ...RINGING, state: 'established' });
      expect(opened).toEqual(['https://crm.example.com/%2B12125550143']);
    },
  );

  it('is not opened for outgoing calls, or calls answered before the start', () => {
    follow({ ...RINGING, direction: 'outbound' });
    follow({ ...RINGING, direction: 'outbound', state: 'established' });
    screenPop = { url: 'https://crm.example.com/{number}', when: 'answered' };
    follow({ ...RINGING, id: 'genesys:2', state: 'established' });
    expect(opened).toEqual([]);
  });

  it('is not opened unless the profile names one', () => {
    screenPop = undefined;
    follow(RINGING);
    expect(opened).toEqual([]);
  });
});
