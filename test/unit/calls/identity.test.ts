import { describe, expect, it } from 'vitest';
import { findCallBackAddress, identifyCall } from '../../../main/calls/identity';
import type { KnownCall } from '../../../main/calls/known-call';
import { knownCall, participant } from '../../support/calls';
import { LINES } from '../../support/lines';

const KEYS = { callerKeys: ['CustomerName', 'Name'], reasonKeys: ['Subject', 'Queue'] };

function identify(changes: Partial<KnownCall>) {
  return identifyCall(knownCall('a', changes), KEYS, LINES);
}

function data(values: Record<string, string>) {
  return Object.entries(values).map(([key, value]) => ({ key, value, isText: true }));
}

describe('who a call is with', () => {
  it('is the name in the attached data, with the number of the one other party', () => {
    expect(
      identify({
        participants: [participant('(212) 555-0143', { address: '+12125550143' })],
        attachedData: data({ Name: 'Ada', CustomerName: ' Ada Marsh ', Queue: 'Orders' }),
      }),
    ).toEqual({ name: 'Ada Marsh', number: '(212) 555-0143', reason: 'Orders' });
  });

  it('prefers the first keys, and ignores values that are empty or not text', () => {
    const attachedData = [
      ...data({ CustomerName: ' ', Name: 'Ada', Queue: 'Orders' }),
      { key: 'Subject', value: '{"id":1}', isText: false },
    ];
    expect(identify({ attachedData })).toMatchObject({ name: 'Ada', reason: 'Orders' });
  });

  it('is the other party where nothing attached says it', () => {
    expect(identify({ participants: [participant('15001', { address: '15001' })] })).toEqual({
      name: '15001',
    });
    expect(
      identify({ participants: [participant('Theta at home', { address: '15001' })] }),
    ).toEqual({ name: 'Theta at home', number: '15001' });
  });

  it('is the contact with the number where the vendor gives no name, and says so', () => {
    const findContact = (number: string) => (number === '+12125550143' ? 'Ada Marsh' : undefined);
    const party = participant('(212) 555-0143', { address: '+12125550143' });
    const identifyWith = (changes: Partial<KnownCall>) =>
      identifyCall(knownCall('a', changes), KEYS, LINES, findContact);
    expect(identifyWith({ participants: [party] })).toEqual({
      name: 'Ada Marsh',
      number: '(212) 555-0143',
      isFromContacts: true,
    });
    expect(identifyWith({ participants: [{ ...party, name: 'Front desk' }] })).toMatchObject({
      name: 'Front desk',
    });
    const attachedData = data({ CustomerName: 'Grace' });
    expect(identifyWith({ participants: [party], attachedData })).not.toHaveProperty(
      'isFromContacts',
    );
  });

  it('does not repeat a number in another notation', () => {
    const party = participant('(212) 555-0143', { number: '+12125550143' });
    expect(identify({ participants: [party] })).toEqual({ name: '(212) 555-0143' });
  });

  it('is the colleague in a consultation, which has the data of the customer', () => {
    expect(
      identify({
        parentCallId: 'genesys:customer',
        participants: [participant('15050')],
        attachedData: data({ CustomerName: 'Ada Marsh', Subject: 'Order 4711' }),
      }),
    ).toEqual({ name: '15050', reason: 'Order 4711' });
  });

  it('is everybody in a conference, the first ones by name', () => {
    const participants = ['15001', '15002', '15003', '15004'].map((name) => participant(name));
    expect(identify({ participants })).toEqual({ name: '15001, 15002 and 2 more' });
    expect(identify({ participants, attachedData: data({ Name: 'Ada' }) })).toEqual({
      name: 'Ada',
    });
  });

  it('is never empty', () => {
    expect(identify({ participants: [] })).toEqual({ name: 'Unknown party' });
    expect(identify({ participants: [], line: 'talkspace' })).toEqual({ name: 'TalkSpace' });
  });
});

describe('the address to call back', () => {
  it('is that of the one other party', () => {
    const ada = participant('Ada', { address: '15001' });
    expect(findCallBackAddress(knownCall('a', { participants: [ada] }))).toBe('15001');
    expect(
      findCallBackAddress(knownCall('a', { participants: [ada, participant('15002')] })),
    ).toBeUndefined();
  });
});
