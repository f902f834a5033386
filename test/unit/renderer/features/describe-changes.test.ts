import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../contract/call-model';
import {
  describeChanges,
  type Announcements,
} from '../../../../renderer/features/announcements/describe-changes';
import { conference, participant, snapshotOf, talkSpace, telephoneCall } from '../fixtures';

const HEBREW = 'דנה';

/** What a screen reader announces when these calls take the place of those. */
function announce(before: Call[], after: Call[]): Announcements {
  return describeChanges(snapshotOf(before), snapshotOf(after));
}

function politely(before: Partial<Call>, after: Partial<Call>): readonly string[] {
  return announce([telephoneCall(before)], [telephoneCall(after)]).polite;
}

function people(...names: string[]): Call['participants'] {
  return names.map((name) => participant({ id: name, name }));
}

describe('a ringing call', () => {
  const identity = { name: 'Ada', number: '15001', reason: 'Lost luggage' };

  it('is announced at once, with number and reason', () => {
    const ringing = telephoneCall({ state: 'ringing', identity });
    expect(announce([], [ringing])).toEqual({
      polite: [],
      urgent: ['Ada is calling, 15001, Lost luggage'],
    });
  });

  it('names a caller who is known only by a number once', () => {
    const ringing = telephoneCall({
      state: 'ringing',
      identity: { name: '15001', number: '15001' },
    });
    expect(announce([], [ringing]).urgent).toEqual(['15001 is calling']);
  });

  it('is announced once, although it changes while it rings', () => {
    const ringing = telephoneCall({ state: 'ringing', identity });
    const named = { ...ringing, identity: { ...identity, name: 'Ada Lovelace' } };
    expect(announce([ringing], [named])).toEqual({ polite: [], urgent: [] });
  });

  it('is announced beside the current call, which is not', () => {
    const current = telephoneCall();
    const second = telephoneCall({ id: 'genesys:2', state: 'ringing', identity });
    expect(announce([current], [current, second])).toEqual({
      polite: [],
      urgent: ['Ada is calling, 15001, Lost luggage'],
    });
  });

  it('keeps names in right-to-left scripts apart from the sentence', () => {
    const ringing = telephoneCall({ state: 'ringing', identity: { name: HEBREW } });
    expect(announce([], [ringing]).urgent).toEqual([`\u2068${HEBREW}\u2069 is calling`]);
  });
});

describe('the current call', () => {
  it.for<[what: string, before: Partial<Call>, after: Partial<Call>, announced: string[]]>([
    ['is answered', { state: 'ringing' }, { state: 'established' }, ['Established']],
    ['is put on hold', {}, { state: 'held' }, ['On hold']],
    ['is taken off hold', { state: 'held' }, {}, ['Resumed']],
    ['ends', {}, { state: 'ended' }, ['Ended']],
    ['is muted', {}, { isMuted: true }, ['Muted']],
    ['is unmuted', { isMuted: true }, {}, ['Unmuted']],
    ['gets other data', {}, { attachedData: [{ key: 'a', value: 'b', isText: true }] }, []],
    ['has its recording deleted', {}, { deletion: 'deleted' }, ['Recording deleted']],
    [
      'keeps its deletion',
      { deletion: 'deleted' },
      { deletion: 'deleted', isMuted: true },
      ['Muted'],
    ],
  ])('%s', ([, before, after, announced]) => {
    expect(politely(before, after)).toEqual(announced);
  });

  it('is the only one whose state is announced', () => {
    const current = telephoneCall();
    const other = telephoneCall({ id: 'genesys:2' });
    expect(announce([current, other], [current, { ...other, state: 'held' }]).polite).toEqual([]);
  });
});

describe('the people of a call', () => {
  it('are announced when they join or leave', () => {
    expect(
      politely({ participants: people('Ada', 'Bob') }, { participants: people('Ada', HEBREW) }),
    ).toEqual([`\u2068${HEBREW}\u2069 joined`, 'Bob left']);
  });

  it('join when they answer, not while they are being called', () => {
    const calling = [participant({ presence: 'calling' })];
    expect(politely({ participants: [] }, { participants: calling })).toEqual([]);
    expect(politely({ participants: calling }, { participants: [participant()] })).toEqual([
      'Ada Lovelace joined',
    ]);
    expect(politely({ participants: calling }, { participants: [] })).toEqual([]);
  });

  it('are only counted if there are many', () => {
    const [few, many] = [people('a', 'b', 'c'), people('a', 'b', 'c', 'd')];
    expect(politely({ participants: [] }, { participants: few })).toHaveLength(3);
    expect(politely({ participants: [] }, { participants: many })).toEqual(['4 people joined']);
    expect(politely({ participants: many }, { participants: [] })).toEqual(['4 people left']);
  });

  it('are not announced when the call ends', () => {
    expect(politely({}, { state: 'ended', participants: [] })).toEqual(['Ended']);
  });
});

describe('a TalkSpace or another conference', () => {
  const space = talkSpace();

  it('is announced when it opens and when it closes, beside a current call', () => {
    const call = telephoneCall();
    expect(announce([call], [call, space]).polite).toEqual(['TalkSpace is open']);
    expect(announce([call, space], [call, { ...space, state: 'ended' }]).polite).toEqual([
      'TalkSpace is closed',
    ]);
  });

  it('is not announced again when it changes, or if it had ended before it was seen', () => {
    const call = telephoneCall();
    const ended = conference({ state: 'ended' });
    expect(announce([call, space], [call, { ...space, isMuted: true }]).polite).toEqual([]);
    expect(announce([call], [call, ended]).polite).toEqual([]);
  });
});

describe('another call that becomes the current one', () => {
  const colleague = telephoneCall({ id: 'colleague' });
  const customer = telephoneCall({
    id: 'customer',
    identity: { name: 'Ada' },
    state: 'held',
    isHeld: true,
  });

  it('is announced after the end of the previous one', () => {
    expect(announce([colleague, customer], [customer]).polite).toEqual([
      'Ended',
      'Current call: Ada, On hold',
    ]);
  });

  it('is announced alone while the previous one goes on', () => {
    expect(announce([colleague, customer], [customer, colleague]).polite).toEqual([
      'Current call: Ada, On hold',
    ]);
  });
});
