import { describe, expect, it } from 'vitest';
import type { Participant } from '../../../contract/call-model';
import { createEarlierCallers } from '../../../main/calls/earlier-callers';
import { findCallBackAddress, findCallerAddress, identifyCall } from '../../../main/calls/identity';
import type { VendorCall } from '../../../main/calls/call-events';
import type { KnownCall } from '../../../main/calls/known-call';
import { beginCall, mergeCall } from '../../../main/calls/merge-call';
import { knownCall, moment, participant, telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';

const KEYS = { callerKeys: ['CustomerName', 'Name'], reasonKeys: ['Subject', 'Queue'] };

function identify(changes: Partial<KnownCall>) {
  return identifyCall(knownCall('a', changes), KEYS, LINES).identity;
}

function data(values: Record<string, string>) {
  return Object.entries(values).map(([key, value]) => ({ key, value, isText: true }));
}

describe('the name of a call', () => {
  it('is the name in the attached data, with the number of the only other party', () => {
    expect(
      identify({
        participants: [participant('(212) 555-0143', { address: '+12125550143' })],
        attachedData: data({ Name: 'Ada', CustomerName: ' Ada Marsh ', Queue: 'Orders' }),
      }),
    ).toEqual({
      name: 'Ada Marsh',
      number: '(212) 555-0143',
      reason: 'Orders',
      isFromData: true,
    });
  });

  it('prefers the first keys, and ignores values that are empty or not text', () => {
    const attachedData = [
      ...data({ CustomerName: ' ', Name: 'Ada', Queue: 'Orders' }),
      { key: 'Subject', value: '{"id":1}', isText: false },
    ];
    expect(identify({ attachedData })).toMatchObject({ name: 'Ada', reason: 'Orders' });
  });

  it('is the other party if the attached data has no name', () => {
    expect(identify({ participants: [participant('15001', { address: '15001' })] })).toEqual({
      name: '15001',
    });
    expect(
      identify({ participants: [participant('Theta at home', { address: '15001' })] }),
    ).toEqual({ name: 'Theta at home', number: '15001' });
  });

  it('is the contact with the number if the vendor gives no name, and is marked as such', () => {
    const findContact = (number: string) => (number === '+12125550143' ? 'Ada Marsh' : undefined);
    const party = participant('(212) 555-0143', { address: '+12125550143' });
    const identifyWith = (changes: Partial<KnownCall>) =>
      identifyCall(knownCall('a', changes), KEYS, LINES, findContact).identity;
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

  it('is the name under which the number called earlier, if the agent calls it and nothing else is known', () => {
    const party = participant('(212) 555-0143', { address: '+12125550143' });
    const earlier = knownCall('b', {
      direction: 'inbound',
      participants: [party],
      attachedData: data({ CustomerName: 'Ada Marsh' }),
      startedAt: 1,
    });
    const findEarlierCaller = createEarlierCallers(() => [earlier], KEYS);
    const identifyWith = (changes: Partial<KnownCall>, contact?: string) =>
      identifyCall(
        knownCall('a', {
          direction: 'outbound',
          participants: [party],
          startedAt: 2,
          ...changes,
        }),
        KEYS,
        LINES,
        () => contact,
        findEarlierCaller,
      ).identity;
    expect(identifyWith({})).toEqual({
      name: 'Ada Marsh',
      number: '(212) 555-0143',
      isFromEarlierCall: true,
    });
    expect(identifyWith({}, 'Marsh Ltd')).toEqual({
      name: 'Marsh Ltd',
      number: '(212) 555-0143',
      isFromContacts: true,
    });
    expect(identifyWith({ attachedData: data({ CustomerName: 'Grace' }) })).toMatchObject({
      name: 'Grace',
      isFromData: true,
    });
    // Somebody else may call from the same number.
    expect(identifyWith({ direction: 'inbound' })).toEqual({ name: '(212) 555-0143' });
  });

  it('of an earlier call is that of the newest caller with a name', () => {
    const call = (id: string, startedAt: number, name: string, callerId?: string) =>
      knownCall(id, {
        direction: 'inbound',
        participants: [participant('15001', { address: '15001' })],
        ...(callerId !== undefined && { callerId }),
        attachedData: name === '' ? [] : data({ CustomerName: name }),
        startedAt,
      });
    const find = createEarlierCallers(
      () => [
        call('a', 2, 'Ada Marsh'),
        call('b', 3, ''),
        call('c', 1, 'Grace'),
        // A colleague who was still there when the customer had left.
        call('d', 4, 'Zoë', '15002'),
        call('e', 9, 'Lin'),
        // The last of several who were there at first.
        { ...call('f', 7, 'Lin'), callerId: null },
      ],
      KEYS,
    );
    expect(find('15001', 8)).toBe('Ada Marsh');
    expect(find('15001', 2)).toBe('Grace');
    expect(find('15002', 8)).toBeUndefined();
  });

  it('does not repeat a number in another notation', () => {
    const party = participant('(212) 555-0143', { number: '+12125550143' });
    expect(identify({ participants: [party] })).toEqual({ name: '(212) 555-0143' });
  });

  it('is the colleague in a consultation, even with the customer’s data attached', () => {
    expect(
      identify({
        parentCallId: 'genesys:customer',
        participants: [participant('15050')],
        attachedData: data({ CustomerName: 'Ada Marsh', Subject: 'Order 4711' }),
      }),
    ).toEqual({ name: '15050', reason: 'Order 4711' });
  });

  it('is the consulting colleague, and then the customer once the colleague has left', () => {
    const call = {
      isConsultation: true,
      attachedData: data({ CustomerName: 'Ada Marsh', Subject: 'Order 4711' }),
    } as const;
    expect(identify({ ...call, participants: [participant('15050')] })).toEqual({
      name: '15050',
      reason: 'Order 4711',
    });
    const customer = participant('(212) 555-0143', { joinedAt: 1_000 });
    expect(identify({ ...call, participants: [customer] })).toMatchObject({
      name: 'Ada Marsh',
      number: '(212) 555-0143',
    });
  });

  it('is not the customer while nobody is listed in a consultation yet', () => {
    const attachedData = data({ CustomerName: 'Ada Marsh' });
    expect(identify({ isConsultation: true, participants: [], attachedData })).toEqual({
      name: 'Unknown party',
    });
    expect(identify({ participants: [], attachedData })).toMatchObject({ name: 'Ada Marsh' });
  });

  it('is everybody in a conference, the first ones by name', () => {
    const participants = ['15001', '15002', '15003', '15004'].map((name) => participant(name));
    expect(identify({ participants })).toEqual({ name: '15001, 15002 and 2 more' });
    expect(identify({ participants, attachedData: data({ Name: 'Ada' }) })).toEqual({
      name: 'Ada',
      isFromData: true,
    });
  });

  it('is never empty', () => {
    expect(identify({ participants: [] })).toEqual({ name: 'Unknown party' });
    expect(identify({ participants: [], line: 'talkspace' })).toEqual({ name: 'TalkSpace' });
  });
});

describe('the participants', () => {
  const CONTACTS: Record<string, string> = { '+12125550143': 'Ada Marsh', '15003': 'Grace' };
  const ada = participant('(212) 555-0143', { address: '+12125550143' });

  function shown(changes: Partial<KnownCall>) {
    const call = knownCall('a', changes);
    const { participants } = identifyCall(call, KEYS, LINES, (number) => CONTACTS[number]);
    return participants.map(({ name, number }) => (number === undefined ? name : [name, number]));
  }

  it('have the names of contacts, with their numbers', () => {
    expect(shown({ participants: [ada, participant('15002'), participant('15003')] })).toEqual([
      ['Ada Marsh', '(212) 555-0143'],
      '15002',
      ['Grace', '15003'],
    ]);
  });

  it('have the vendor’s name rather than that of the contact', () => {
    const desk = { ...ada, name: 'Front desk', number: '(212) 555-0143' };
    expect(shown({ participants: [desk] })).toEqual([['Front desk', '(212) 555-0143']]);
  });

  it('never share a name: two numbers of one contact stay numbers', () => {
    const mobile = participant('+1 212 555 0143', { address: '+12125550143' });
    const desk = participant('Grace', { address: '15050' });
    const grace = participant('15003');
    expect(shown({ participants: [ada, { ...mobile, id: 'mobile' }] })).toEqual([
      '(212) 555-0143',
      '+1 212 555 0143',
    ]);
    expect(shown({ participants: [desk, grace] })).toEqual(['Grace', '15003']);
  });

  it('have the caller’s name from the attached data for the first participant', () => {
    const attachedData = data({ CustomerName: 'Countess Lovelace' });
    const colleague = participant('15002', { joinedAt: 1_000 });
    const caller = ['Countess Lovelace', '(212) 555-0143'];
    expect(shown({ participants: [ada], attachedData })).toEqual([caller]);
    expect(
      shown({ participants: [ada, colleague], attachedData, callerId: '(212) 555-0143' }),
    ).toEqual([caller, '15002']);
    const bothAtFirst = [ada, participant('15002')];
    expect(shown({ participants: bothAtFirst, attachedData })).toEqual([
      ['Ada Marsh', '(212) 555-0143'],
      '15002',
    ]);
    const latecomers = [colleague, participant('15004', { joinedAt: 2_000 })];
    expect(shown({ participants: latecomers, attachedData })).toEqual(['15002', '15004']);
    const dataOfNumber = data({ CustomerName: '4711' });
    expect(shown({ participants: [participant('15002')], attachedData: dataOfNumber })).toEqual([
      '15002',
    ]);
  });
});

describe('the caller, while people come and go', () => {
  const attachedData = data({ CustomerName: 'Ada Marsh' });
  const [ada, zoe, lin] = [participant('15001'), participant('15002'), participant('15003')];
  const withheld = participant('Unknown party', { id: 'unknown' });

  /** The call after each of these rosters. */
  function follow(first: readonly Participant[], ...later: (readonly Participant[])[]): KnownCall {
    return followCall({}, first, ...later);
  }

  function followCall(
    changes: Partial<VendorCall>,
    first: readonly Participant[],
    ...later: (readonly Participant[])[]
  ): KnownCall {
    const call = { ...telephoneCall('a'), attachedData, ...changes };
    const began = { ...beginCall({ ...call, participants: [...first] }, moment(0)), sequence: 1 };
    return later.reduce<KnownCall>(
      (known, people, index) =>
        mergeCall({ ...call, participants: [...people] }, known, moment(index + 1)),
      began,
    );
  }

  function namesAfter(...rosters: Parameters<typeof follow>): [string, ...string[]] {
    const { identity, participants } = identifyCall(follow(...rosters), KEYS, LINES);
    return [identity.name, ...participants.map(({ name }) => name)];
  }

  it('is the one who was there when the call was first seen', () => {
    expect(namesAfter([ada])).toEqual(['Ada Marsh', 'Ada Marsh']);
    expect(namesAfter([ada], [ada, zoe])).toEqual(['Ada Marsh', 'Ada Marsh', '15002']);
    expect(namesAfter([ada, zoe])).toEqual(['Ada Marsh', '15001', '15002']);
  });

  it('is nobody who stays when the caller has left', () => {
    expect(namesAfter([ada], [ada, zoe], [zoe])).toEqual(['15002', '15002']);
    expect(namesAfter([ada], [ada, zoe], [zoe, lin])).toEqual(['15002, 15003', '15002', '15003']);
    expect(namesAfter([withheld], [withheld, zoe], [zoe])).toEqual(['15002', '15002']);
  });

  it('is not known to be the last of several who were there at first', () => {
    expect(namesAfter([ada, zoe], [zoe])).toEqual(['15002', '15002']);
    expect(namesAfter([withheld, zoe], [zoe])).toEqual(['15002', '15002']);
  });

  it('is whoever takes the place of the only party', () => {
    expect(namesAfter([withheld], [ada])).toEqual(['Ada Marsh', 'Ada Marsh']);
    expect(namesAfter([zoe], [ada])).toEqual(['Ada Marsh', 'Ada Marsh']);
  });

  it('is the customer once the consulting colleague has left, and stays it', () => {
    const rosters = [[zoe, ada], [ada], [ada, lin]] as const;
    const nameAfter = (count: number) =>
      identifyCall(
        followCall({ isConsultation: true }, [zoe], ...rosters.slice(0, count)),
        KEYS,
        LINES,
      ).participants.map(({ name }) => name);
    expect(nameAfter(1)).toEqual(['15002', '15001']);
    expect(nameAfter(2)).toEqual(['Ada Marsh']);
    expect(nameAfter(3)).toEqual(['Ada Marsh', '15003']);
  });

  it('is called back, and nobody else under the caller’s name', () => {
    const withAddress = (one: Participant) => ({ ...one, address: one.id });
    const people = [ada, zoe].map(withAddress);
    const [caller, colleague] = people;
    expect(findCallerAddress(follow([caller!], people, [caller!]))).toBe('15001');
    const left = { ...follow([caller!], people, [colleague!]), endedAt: 9 };
    expect(identifyCall(left, KEYS, LINES).identity).toEqual({
      name: 'Ada Marsh',
      isFromData: true,
    });
    expect(findCallerAddress(left)).toBeUndefined();
    expect(createEarlierCallers(() => [left], KEYS)('15002', 10)).toBeUndefined();
  });
});

describe('the address to call back', () => {
  it('is that of the only other party', () => {
    const ada = participant('Ada', { address: '15001' });
    expect(findCallBackAddress(knownCall('a', { participants: [ada] }))).toBe('15001');
    expect(
      findCallBackAddress(knownCall('a', { participants: [ada, participant('15002')] })),
    ).toBeUndefined();
  });
});
