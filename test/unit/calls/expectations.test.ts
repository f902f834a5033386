import { describe, expect, it } from 'vitest';
import type { CallOperation } from '../../../contract/call-operations';
import { expectationOf } from '../../../main/calls/expectations';
import type { VendorCall } from '../../../main/calls/call-events';
import { createCallStore } from '../../../main/calls/store';
import { participant, telephoneCall } from '../../support/calls';
import { LINES } from '../../support/lines';
import { createManualClock } from '../../support/manual-clock';

const callId = 'genesys:a';
const otherCallId = 'genesys:b';
const participantId = 'p';
const member = participant('p');
const audio = { kind: 'sentence', sentence: 'Hello' } as const;
const data = (...pieces: [string, string][]) => ({
  attachedData: pieces.map(([key, value]) => ({ key, value, isText: true })),
});

type Changes = Partial<VendorCall>;

/** The operation, the call before it, a state that does not confirm it yet, and one that does. */
const CASES: readonly (readonly [CallOperation, Changes, Changes, Changes])[] = [
  [{ kind: 'answer', callId }, { state: 'ringing' }, { state: 'ringing', isMuted: true }, {}],
  [{ kind: 'reject', callId }, { state: 'ringing' }, {}, { state: 'ended' }],
  [{ kind: 'mute', callId }, {}, { isHeld: true }, { isMuted: true }],
  [{ kind: 'unmute', callId }, { isMuted: true }, { isMuted: true }, {}],
  [{ kind: 'hold', callId }, {}, { isMuted: true }, { state: 'held', isHeld: true }],
  [{ kind: 'retrieve', callId }, { isHeld: true }, { isHeld: true }, {}],
  [{ kind: 'hang-up', callId }, {}, { state: 'held' }, { state: 'ended' }],
  [{ kind: 'clear', callId }, {}, { participants: [] }, { state: 'ended' }],
  [{ kind: 'transfer', callId, address: '15009' }, {}, { isHeld: true }, { state: 'ended' }],
  [{ kind: 'complete-transfer', callId, otherCallId }, {}, {}, { state: 'ended' }],
  [
    { kind: 'complete-conference', callId, otherCallId },
    { parentCallId: otherCallId },
    {},
    { state: 'ended' },
  ],
  [{ kind: 'complete-room', callId }, {}, { participants: [] }, { state: 'ended' }],
  [{ kind: 'close-talkspace', callId }, {}, { participants: [] }, { state: 'ended' }],
  [
    { kind: 'start-recording', callId },
    { lineRecording: 'stopped' },
    { lineRecording: 'paused' },
    { lineRecording: 'recording' },
  ],
  [
    { kind: 'pause-recording', callId },
    { lineRecording: 'recording' },
    { lineRecording: 'stopped' },
    { lineRecording: 'paused' },
  ],
  [
    { kind: 'resume-recording', callId },
    { lineRecording: 'paused' },
    {},
    { lineRecording: 'recording' },
  ],
  [
    { kind: 'stop-recording', callId },
    { lineRecording: 'recording' },
    {},
    { lineRecording: 'stopped' },
  ],
  [
    { kind: 'attach-data', callId, key: 'order', value: '7' },
    {},
    data(['order', '8']),
    data(['name', 'Ada'], ['order', '7']),
  ],
  [
    { kind: 'update-data', callId, key: 'order', value: '8' },
    data(['order', '7']),
    data(['order', '7']),
    data(['order', '8']),
  ],
  [{ kind: 'delete-data', callId, key: 'a' }, data(['a', '1']), data(['a', '2']), data(['b', '1'])],
  [{ kind: 'delete-all-data', callId }, data(['a', '1']), data(['a', '1']), {}],
  [
    { kind: 'add-participant', callId, address: '15009' },
    { participants: [member] },
    { participants: [participant('q')] },
    { participants: [member, participant('(0) 15009', { address: '15009' })] },
  ],
  [
    { kind: 'remove-participant', callId, participantId },
    { participants: [member, participant('p', { id: 'p#2' })] },
    { participants: [participant('p'), participant('p', { id: 'p#2' }), participant('q')] },
    { participants: [participant('p'), participant('q')] },
  ],
  [
    { kind: 'mute-participant', callId, participantId },
    { participants: [member] },
    { participants: [{ ...member, isHeld: true }, participant('q', { isMuted: true })] },
    { participants: [{ ...member, isMuted: true }] },
  ],
  [
    { kind: 'unmute-participant', callId, participantId },
    { participants: [{ ...member, isMuted: true }] },
    { participants: [] },
    { participants: [member] },
  ],
  [
    { kind: 'hold-participant', callId, participantId },
    { participants: [member] },
    { participants: [{ ...member, isMuted: true }] },
    { participants: [{ ...member, isHeld: true }] },
  ],
  [
    { kind: 'retrieve-participant', callId, participantId },
    { participants: [{ ...member, isHeld: true }] },
    { participants: [{ ...member, isHeld: true, isMuted: true }] },
    { participants: [member] },
  ],
];

function setUp() {
  const store = createCallStore(createManualClock());
  store.setLines(LINES);
  const see = (changes: Changes, id = 'a') =>
    store.apply({ kind: 'call-seen', call: telephoneCall(id, changes) });
  return { store, see };
}

describe('the state that confirms an operation', () => {
  it.each(CASES)('$kind', (operation, before, notYet, done) => {
    const { store, see } = setUp();
    see(before);
    const isCompleted = expectationOf(operation, store.getState())!;
    see(notYet);
    expect(isCompleted(store.getState())).toBe(false);
    see(done);
    expect(isCompleted(store.getState())).toBe(true);
  });

  it.each(CASES.filter(([, , , done]) => done.state !== 'ended'))(
    '$kind: the end of the call does not',
    (operation, before, _notYet, done) => {
      const { store, see } = setUp();
      see(before);
      const isCompleted = expectationOf(operation, store.getState())!;
      see({ ...done, state: 'ended', isHeld: false });
      expect(isCompleted(store.getState())).toBe(false);
    },
  );

  it.each(['consult-conference', 'consult-transfer'] as const)('%s', (kind) => {
    const { store, see } = setUp();
    see({});
    const isCompleted = expectationOf({ kind, callId, address: '15009' }, store.getState())!;
    see({ state: 'held', isHeld: true });
    expect(isCompleted(store.getState())).toBe(false);
    see({ state: 'dialing', parentCallId: callId }, 'b');
    expect(isCompleted(store.getState())).toBe(true);
  });

  it('complete-conference on the held call: the consultation has ended', () => {
    const { store, see } = setUp();
    see({ state: 'held', isHeld: true });
    see({ parentCallId: callId }, 'b');
    const operation = { kind: 'complete-conference', callId, otherCallId } as const;
    const isCompleted = expectationOf(operation, store.getState())!;
    see({});
    expect(isCompleted(store.getState())).toBe(false);
    see({ state: 'ended' }, 'b');
    expect(isCompleted(store.getState())).toBe(true);
  });

  it.each(['a', 'b'])('complete-conference on two customers: %s has ended', (ended) => {
    const { store, see } = setUp();
    see({});
    see({ state: 'held', isHeld: true }, 'b');
    const operation = { kind: 'complete-conference', callId, otherCallId } as const;
    const isCompleted = expectationOf(operation, store.getState())!;
    see({ isMuted: true });
    expect(isCompleted(store.getState())).toBe(false);
    see({ state: 'ended' }, ended);
    expect(isCompleted(store.getState())).toBe(true);
  });

  it('swap: one is held and the other resumed, in either order of notifications', () => {
    const { store, see } = setUp();
    see({});
    see({ state: 'held', isHeld: true }, 'b');
    const operation = { kind: 'swap', callId, otherCallId } as const;
    const isCompleted = expectationOf(operation, store.getState())!;
    see({}, 'b');
    expect(isCompleted(store.getState())).toBe(false);
    see({ state: 'held', isHeld: true });
    expect(isCompleted(store.getState())).toBe(true);
  });

  it('move-participant: they are in the other TalkSpace', () => {
    const { store, see } = setUp();
    see({ id: 'talkspace:a', line: 'talkspace', participants: [member] });
    see({ id: 'talkspace:b', line: 'talkspace', participants: [] });
    const isCompleted = expectationOf(
      { kind: 'move-participant', callId: 'talkspace:a', participantId, toCallId: 'talkspace:b' },
      store.getState(),
    )!;
    see({ id: 'talkspace:a', line: 'talkspace', participants: [] });
    expect(isCompleted(store.getState())).toBe(false);
    see({ id: 'talkspace:b', line: 'talkspace', participants: [member] });
    expect(isCompleted(store.getState())).toBe(true);
  });

  it('move-participant, for a person in both: they are no longer in the first one', () => {
    const { store, see } = setUp();
    see({ id: 'talkspace:a', line: 'talkspace', participants: [member] });
    see({ id: 'talkspace:b', line: 'talkspace', participants: [member] });
    const isCompleted = expectationOf(
      { kind: 'move-participant', callId: 'talkspace:a', participantId, toCallId: 'talkspace:b' },
      store.getState(),
    )!;
    expect(isCompleted(store.getState())).toBe(false);
    see({ id: 'talkspace:a', line: 'talkspace', participants: [] });
    expect(isCompleted(store.getState())).toBe(true);
  });

  it.each([
    { kind: 'send-tones', callId, tones: '5' },
    { kind: 'play', callId, audio },
    { kind: 'play-participant', callId, participantId, audio },
    { kind: 'stop-playing', callId },
    { kind: 'stop-playing-participant', callId, participantId },
  ] satisfies CallOperation[])('nothing for $kind', (operation) => {
    const { store, see } = setUp();
    see({ participants: [member] });
    expect(expectationOf(operation, store.getState())).toBeUndefined();
  });
});
