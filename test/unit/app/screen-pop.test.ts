import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../contract/call-model';
import { createScreenPop } from '../../../main/app/screen-pop';
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
  let follow: (...calls: Call[]) => void;
  beforeEach(() => {
    opened = [];
    screenPop = { url: 'https://crm.example.com/{number}/{data.Order}', when: 'ringing' };
    const pop = createScreenPop({
      findScreenPop: () => screenPop,
      open: (url) => void opened.push(url),
    });
    follow = (...calls) => pop(snapshotOf(calls));
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

  it('is not opened for outgoing calls, or calls answered before the start', () => {
    follow({ ...RINGING, direction: 'outbound' });
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
