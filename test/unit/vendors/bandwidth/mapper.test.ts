import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseJson } from '../../../../main/vendors/shared/parse-json';
import { readFixture } from '../../../support/fixture';
import {
  toLastSegment,
  toPartyNumber,
  toVendorCall,
} from '../../../../main/vendors/bandwidth/mapper';
import {
  conferenceSchema,
  errorSchema,
  memberSchema,
  parseTime,
} from '../../../../main/vendors/bandwidth/wire';

function sample(name: string): unknown {
  return parseJson(readFixture(`bandwidth/${name}.json`));
}

describe('parseTime', () => {
  it.each([
    ['2013-07-12T15:22:47-02', '2013-07-12T17:22:47.000Z'],
    ['2013-07-12T15:22:47+05', '2013-07-12T10:22:47.000Z'],
    ['2017-01-26T01:58:59Z', '2017-01-26T01:58:59.000Z'],
    ['2013-07-12T21:18:19.966Z', '2013-07-12T21:18:19.966Z'],
    ['2013-07-12T21:18:19.966-02:00', '2013-07-12T23:18:19.966Z'],
    ['2013-07-12T15:22:47', '2013-07-12T15:22:47.000Z'],
  ])('reads %s', (text, expected) => {
    expect(new Date(parseTime(text)!).toISOString()).toBe(expected);
  });

  it.each(['', 'yesterday', '2013-99-12T15:22:47Z'])('does not read "%s"', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe('toVendorCall', () => {
  const numbers = new Map([['member-one', '+15551230001']]);
  const toLocal = (moment: number) => moment;

  it('reads the shortest sample, in which everything that was never set is missing', () => {
    const conference = conferenceSchema.parse(sample('conference-minimal'));
    expect(toVendorCall({ conference, members: [], numbers, invitations: [], toLocal })).toEqual({
      id: 'conference:{conferenceId}',
      line: 'conference',
      reference: '{conferenceId}',
      state: 'waiting',
      isMuted: false,
      isHeld: false,
      isWatched: true,
      participants: [],
      activeMembers: 0,
      maxMembers: 20,
      startedAt: Date.UTC(2013, 6, 12, 17, 22, 47),
      actions: ['hold', 'mute', 'add-participant', 'complete-room'],
      recordingKeys: {},
    });
  });

  it('reads the full sample: completed, held, muted', () => {
    const conference = conferenceSchema.parse(sample('conference-full'));
    const call = toVendorCall({
      conference,
      members: z.array(memberSchema).parse(sample('members')),
      numbers,
      invitations: [],
      toLocal,
    });
    expect(call).toMatchObject({ state: 'ended', isHeld: true, isMuted: true, participants: [] });
    expect(call.actions).toEqual([]);
  });

  it('lists active members by number, otherwise by ID, with their hold and mute states', () => {
    const conference = conferenceSchema.parse({ id: 'conf-1', state: 'active' });
    const call = toVendorCall({
      conference,
      members: z.array(memberSchema).parse(sample('members')),
      numbers,
      invitations: [],
      toLocal,
    });
    expect(call.state).toBe('established');
    expect(call.participants).toEqual([
      {
        id: 'member-one',
        name: '+15551230001',
        number: '+15551230001',
        address: '+15551230001',
        presence: 'joined',
        isMuted: true,
        isHeld: false,
        joinedAt: Date.UTC(2013, 6, 12, 17, 54, 47),
        actions: ['remove', 'unmute', 'hold', 'play', 'stop-playing'],
      },
      {
        id: 'member-three',
        name: 'member-three',
        presence: 'joined',
        isMuted: false,
        isHeld: true,
        actions: ['remove', 'mute', 'retrieve', 'play', 'stop-playing'],
      },
    ]);
  });

  it('then lists people who are being called, who can only be removed', () => {
    const conference = conferenceSchema.parse({ id: 'conf-1', state: 'created' });
    const invitations = [{ callId: 'c-9', address: '+15551230009', isMuted: true }];
    const call = toVendorCall({ conference, members: [], numbers, invitations, toLocal });
    expect(call.participants).toEqual([
      {
        id: 'call:c-9',
        name: '+15551230009',
        number: '+15551230009',
        address: '+15551230009',
        presence: 'calling',
        isMuted: true,
        isHeld: false,
        actions: ['remove'],
      },
    ]);
  });

  it.each([
    [{ state: 'created' }, ['hold', 'mute', 'add-participant', 'complete-room']],
    [
      { state: 'active', activeMembers: 19 },
      ['hold', 'mute', 'add-participant', 'play', 'stop-playing', 'complete-room'],
    ],
    [
      { state: 'active', hold: true, mute: true, activeMembers: 20 },
      ['retrieve', 'unmute', 'play', 'stop-playing', 'complete-room'],
    ],
    [{ state: 'active', from: null }, ['hold', 'mute', 'play', 'stop-playing', 'complete-room']],
    [{ state: 'completed' }, []],
  ] as const)('allows of a room that is %j: %j', (parts, expected) => {
    const conference = conferenceSchema.parse({ id: 'conf-1', from: '+19195550100', ...parts });
    const call = toVendorCall({ conference, members: [], numbers, invitations: [], toLocal });
    expect(call.actions).toEqual(expected);
  });

  it('counts people who are being called toward the limit of twenty', () => {
    const conference = conferenceSchema.parse({
      id: 'conf-1',
      from: '+19195550100',
      state: 'active',
      activeMembers: 19,
    });
    const invitations = [{ callId: 'c-9', address: '+15551230009', isMuted: false }];
    const call = toVendorCall({ conference, members: [], numbers, invitations, toLocal });
    expect(call.actions).not.toContain('add-participant');
  });

  it('treats null as absent, and rejects an unknown state', () => {
    const nulls = { id: 'c', state: 'active', hold: null, activeMembers: null, createdTime: null };
    const conference = conferenceSchema.parse(nulls);
    expect(
      toVendorCall({ conference, members: [], numbers, invitations: [], toLocal }).activeMembers,
    ).toBeUndefined();
    expect(conferenceSchema.safeParse({ id: 'c', state: 'paused' }).success).toBe(false);
  });
});

describe('the call of a member', () => {
  it.each([
    [{ from: '+1', to: '+2', direction: 'out' }, '+2'],
    [{ from: '+1', to: '+2', direction: 'in' }, '+1'],
    [{ from: '+1', to: '+2' }, '+2'],
    [{}, undefined],
  ])('%j is with %s', (call, expected) => {
    expect(toPartyNumber(call)).toBe(expected);
  });

  it.each([
    ['https://api.catapult.inetwork.com/v1/users/u-1/calls/c-one', 'c-one'],
    ['/v1/users/u-1/calls/c-one/?x=1', 'c-one'],
    ['', undefined],
  ])('has its id at the end of %s', (url, expected) => {
    expect(toLastSegment(url)).toBe(expected);
  });
});

describe('the error body', () => {
  it('of a 429 has no message', () => {
    expect(errorSchema.parse(sample('rate-limited'))).toMatchObject({ code: 'rate-limit-reached' });
  });
});
