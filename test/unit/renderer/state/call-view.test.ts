import { describe, expect, it } from 'vitest';
import type { Call, Participant, ParticipantAction } from '../../../../contract/call-model';
import {
  callAvailability,
  participantAvailability,
} from '../../../../contract/actions/availability';
import { describeParties } from '../../../../contract/call-names';
import { findCallOfLine, findOtherCalls } from '../../../../contract/find-calls';
import { hasNamesake, shownState } from '../../../../renderer/state/call-view';
import {
  conference,
  connection,
  participant,
  snapshot,
  snapshotOf,
  talkSpace,
  telephoneCall,
} from '../fixtures';

describe('the heading of a call', () => {
  const named = (...names: string[]) =>
    names.map((name, index) => participant({ id: String(index), name }));

  it.each([
    ['one party', ['15001'], '15001'],
    ['four parties', ['A', 'B', 'C', 'D'], 'A, B, C, D'],
    ['more than four', ['A', 'B', 'C', 'D', 'E', 'F'], 'A, B, C and 3 more'],
  ])('names %s', (_what, names, heading) => {
    expect(describeParties(telephoneCall({ participants: named(...names) }))).toBe(heading);
  });

  it('names the kind of call if there is nobody to name', () => {
    expect(describeParties(talkSpace({ participants: [] }))).toBe('TalkSpace');
    expect(describeParties(conference())).toBe('Conference');
  });
});

describe('the state of a call', () => {
  it('is On hold for a conference that is both active and on hold', () => {
    expect(shownState(conference({ isHeld: true }))).toBe('held');
  });

  it('is Ended for a call that ended while it was on hold', () => {
    expect(shownState(telephoneCall({ state: 'ended', isHeld: true }))).toBe('ended');
  });
});

describe('the listed calls', () => {
  it('exclude the current call, ended calls and calls with their own section from Other calls', () => {
    const calls = [
      telephoneCall(),
      telephoneCall({ id: 'genesys:2', state: 'ended' }),
      telephoneCall({ id: 'genesys:3', state: 'held' }),
      talkSpace(),
    ];
    expect(findOtherCalls(snapshotOf(calls)).map((call) => call.id)).toEqual(['genesys:3']);
  });

  it('prefer an open TalkSpace to one that was closed later', () => {
    const calls = [talkSpace({ id: 'closed', state: 'ended' }), talkSpace({ id: 'open' })];
    expect(findCallOfLine(snapshotOf(calls), 'talkspace')?.id).toBe('open');
  });
});

describe('a button of a call', () => {
  const up = snapshot();
  const reasonOf = (state: ReturnType<typeof callAvailability>) =>
    state.kind === 'disabled' ? state.reason : state.kind;

  it('is enabled if the vendor allows the action', () => {
    expect(callAvailability(up, telephoneCall(), 'mute')).toEqual({ kind: 'enabled' });
  });

  it.each([
    ['ringing', 'Available once the call is answered.'],
    ['dialing', 'Available once the call is answered.'],
    ['ended', 'Not possible: the call is over.'],
    ['held', 'Genesys does not allow this in the current state of the call.'],
  ] as const)(
    'of a telephone call that is %s keeps its place and shows the reason',
    (state, reason) => {
      const call = telephoneCall({ state, actions: [] });
      expect(reasonOf(callAvailability(up, call, 'mute'))).toBe(reason);
    },
  );

  it('is disabled while the connection of its line is down, even if the call allows it', () => {
    const down = snapshot({ connections: [connection({ state: 'reconnecting' })] });
    const reason = 'Not possible while Genesys is not connected.';
    expect(reasonOf(callAvailability(down, telephoneCall(), 'mute'))).toBe(reason);
    const unknown = snapshot({ connections: [] });
    expect(reasonOf(callAvailability(unknown, telephoneCall(), 'mute'))).toBe(reason);
  });

  it('is absent on lines that do not offer the action', () => {
    expect(callAvailability(up, talkSpace(), 'mute').kind).toBe('absent');
    expect(callAvailability(up, conference({ actions: ['mute'] }), 'mute').kind).toBe('enabled');
  });
});

describe('an action on a participant', () => {
  const up = snapshot();
  const theta = participant({ name: 'theta', actions: ['mute'] });

  it('is listed if the line offers it, and only the applicable one of mute and unmute, or hold and resume', () => {
    const stateOf = (call: Call, action: ParticipantAction, one: Participant) =>
      participantAvailability(up, call, one, action).kind;
    expect(stateOf(talkSpace(), 'mute', theta)).toBe('enabled');
    expect(stateOf(talkSpace(), 'unmute', theta)).toBe('absent');
    expect(stateOf(talkSpace(), 'unmute', { ...theta, isMuted: true, actions: [] })).toBe(
      'disabled',
    );
    expect(stateOf(talkSpace(), 'hold', theta)).toBe('absent');
    expect(stateOf(conference(), 'hold', theta)).toBe('disabled');
    expect(stateOf(telephoneCall(), 'mute', { ...theta, actions: [] })).toBe('absent');
  });

  it('has a reason if the person has not joined yet', () => {
    const calling = participant({ name: 'theta', presence: 'calling' });
    expect(participantAvailability(up, talkSpace(), calling, 'mute')).toEqual({
      kind: 'disabled',
      reason: 'Available once theta has joined.',
    });
  });

  it('has a reason if there is no other TalkSpace to move to', () => {
    const theta = participant({ name: 'theta', presence: 'joined', actions: ['remove', 'mute'] });
    expect(participantAvailability(up, talkSpace(), theta, 'move')).toEqual({
      kind: 'disabled',
      reason: 'Available while another TalkSpace is open.',
    });
  });

  it('may affect another participant, only in a telephone call, if nothing distinguishes the two', () => {
    const [one, other] = [participant(), participant({ id: 'p2' })];
    const participants = [one, other];
    expect(hasNamesake(up, telephoneCall({ participants }), one)).toBe(true);
    expect(hasNamesake(up, telephoneCall({ participants: [one] }), one)).toBe(false);
    expect(hasNamesake(up, talkSpace({ participants }), one)).toBe(false);
  });

  it('uses the notation of the number if only that distinguishes two participants', () => {
    const plain = participant({ name: '15003', address: '15003' });
    const written = participant({ id: 'p2', name: 'Desk 15003', address: '15003' });
    const call = telephoneCall({ participants: [plain, written] });
    expect(hasNamesake(up, call, written)).toBe(false);
    expect(hasNamesake(up, call, plain)).toBe(true);
  });
});
