import { assertNever } from '../../contract/assert-never';
import type { Participant } from '../../contract/call-model';
import { descriptorOf } from '../../contract/descriptor-of';
import type { LineDescriptor } from '../../contract/lines';
import { cleanText } from '../../contract/text';
import type { Calls, KnownCall } from './known-call';
import type { LineOperation } from './ports';
import type { RefreshScope, StoreState } from './store';

/** Whether the state shows that an operation is completed. */
export type Expectation = (state: StoreState) => boolean;

/**
 * How to recognize in the state that an operation is completed, given the calls before it. Undefined if the
 * state does not show it and only the vendor's answer does.
 */
export function expectationOf(
  operation: LineOperation,
  { calls: before, lines }: Pick<StoreState, 'calls' | 'lines'>,
): Expectation | undefined {
  const { callId } = operation;
  const call = before.known.get(callId);

  /** An ended call is neither muted nor on hold and may lack its data, which does not confirm an operation. */
  function when(test: (now: KnownCall) => boolean, id = callId): Expectation {
    return (state) => {
      const now = state.calls.known.get(id);
      return now !== undefined && now.state !== 'ended' && test(now);
    };
  }
  function whenEnded(id = callId): Expectation {
    return (state) => state.calls.known.get(id)?.state === 'ended';
  }

  switch (operation.kind) {
    case 'answer':
      return when(({ state }) => state === 'established' || state === 'held');
    case 'reject':
    case 'hang-up':
    case 'clear':
    case 'transfer':
    case 'complete-transfer':
    case 'complete-room':
    case 'close-talkspace':
      return whenEnded();
    case 'mute':
      return when(({ isMuted }) => isMuted);
    case 'unmute':
      return when(({ isMuted }) => !isMuted);
    case 'hold':
      return when(({ isHeld }) => isHeld);
    case 'retrieve':
      return when(({ isHeld }) => !isHeld);
    case 'start-recording':
    case 'resume-recording':
      return when(({ lineRecording }) => lineRecording === 'recording');
    case 'pause-recording':
      return when(({ lineRecording }) => lineRecording === 'paused');
    case 'stop-recording':
      return when(({ lineRecording }) => lineRecording === 'stopped');
    case 'attach-data':
    case 'update-data':
      return when(({ attachedData = [] }) =>
        attachedData.some(
          ({ key, value }) => key === operation.key && value === cleanText(operation.value),
        ),
      );
    case 'attach-wrap-up': {
      const data = Object.entries(operation.data ?? {});
      // A vendor may drop an empty value.
      return when(({ attachedData = [] }) =>
        data.every(([key, value]) => {
          const attached = attachedData.find((item) => item.key === key)?.value ?? '';
          return attached === cleanText(value);
        }),
      );
    }
    case 'delete-data':
      return when(
        ({ attachedData = [] }) => !attachedData.some(({ key }) => key === operation.key),
      );
    case 'delete-all-data':
      return when(({ attachedData = [] }) => attachedData.length === 0);
    case 'consult-conference':
    case 'consult-transfer':
      return findNewCall(
        before,
        call?.line,
        (now) => now.parentCallId === callId || isDialing(now),
      );
    case 'complete-conference': {
      const { otherCallId } = operation;
      // The consultation ends, and the call that it was started from goes on. Of two other calls, either may go on.
      if (call?.parentCallId === otherCallId) return whenEnded();
      const isOtherOver = whenEnded(otherCallId);
      if (before.known.get(otherCallId)?.parentCallId === callId) return isOtherOver;
      const isOver = whenEnded();
      return (state) => isOver(state) || isOtherOver(state);
    }
    case 'swap': {
      const isHeld = when((now) => now.isHeld);
      const isTakenUp = when(({ state }) => state === 'established', operation.otherCallId);
      return (state) => isHeld(state) && isTakenUp(state);
    }
    case 'add-participant': {
      const { address } = operation;
      const had = countOf(call, () => true);
      const ids = new Set(call?.participants.map(({ id }) => id));
      return when(
        (now) =>
          now.participants.some((one) => isReachedBy(one, address) && !ids.has(one.id)) ||
          countOf(now, () => true) > had,
      );
    }
    case 'remove-participant':
      return removalOf(call, descriptorOf({ lines }, call?.line ?? ''), operation, when);
    case 'move-participant': {
      const { participantId, toCallId } = operation;
      // Being called there does not mean that the person is in it yet.
      const hasJoined = (one: Participant): boolean =>
        one.id === participantId && one.presence === 'joined';
      const isThere = when(({ participants }) => participants.some(hasJoined), toCallId);
      if (before.known.get(toCallId)?.participants.some(hasJoined) !== true) return isThere;
      // They were in both before.
      const hasLeft = when((now) => !now.participants.some(hasJoined));
      const isOver = whenEnded();
      return (state) => isThere(state) && (hasLeft(state) || isOver(state));
    }
    case 'mute-participant':
      return whenParticipant(operation.participantId, ({ isMuted }) => isMuted);
    case 'unmute-participant':
      return whenParticipant(operation.participantId, ({ isMuted }) => !isMuted);
    case 'hold-participant':
      return whenParticipant(operation.participantId, ({ isHeld }) => isHeld);
    case 'retrieve-participant':
      return whenParticipant(operation.participantId, ({ isHeld }) => !isHeld);
    case 'send-tones':
    case 'play':
    case 'play-participant':
    case 'stop-playing':
    case 'stop-playing-participant':
      return undefined;
    default:
      return assertNever(operation);
  }

  function whenParticipant(id: string, test: (one: Participant) => boolean): Expectation {
    return when(({ participants }) => participants.some((one) => one.id === id && test(one)));
  }
}

/**
 * What to refresh to find out whether an operation was done. If the refresh does not show it, it was not
 * done.
 */
export function refreshScopeOf(
  operation: LineOperation,
  { line, parentCallId }: KnownCall,
): RefreshScope {
  switch (operation.kind) {
    case 'move-participant':
      return { line, callId: operation.toCallId };
    case 'complete-conference': {
      // The end of the consultation shows it.
      const { callId, otherCallId } = operation;
      return { line, callId: parentCallId === otherCallId ? callId : otherCallId };
    }
    default:
      return { line, callId: operation.callId };
  }
}

/** Completed as soon as a new call on this line passes the test. */
export function findNewCall(
  before: Calls,
  line: string | undefined,
  test: (call: KnownCall) => boolean,
): Expectation {
  return (state) =>
    [...state.calls.known.values()].some(
      (call) => call.sequence >= before.nextSequence && call.line === line && test(call),
    );
}

/** A call that arrives and is answered in the meantime is not the one that was dialed. */
export function isDialing({ state, direction }: KnownCall): boolean {
  return (state === 'dialing' || state === 'established') && direction !== 'inbound';
}

/**
 * Some services identify participants only by number. If several share a number, there must be one fewer of
 * them.
 */
function removalOf(
  call: KnownCall | undefined,
  { participantIdentity }: LineDescriptor,
  { participantId }: { readonly participantId: string },
  when: (test: (now: KnownCall) => boolean) => Expectation,
): Expectation | undefined {
  const participant = call?.participants.find(({ id }) => id === participantId);
  if (call === undefined || participant === undefined) return undefined;
  const isSame = (one: Participant): boolean =>
    participantIdentity === 'number' ? one.name === participant.name : one.id === participantId;
  const had = countOf(call, isSame);
  return when((now) => countOf(now, isSame) < had);
}

function countOf(call: KnownCall | undefined, test: (one: Participant) => boolean): number {
  return call?.participants.filter(test).length ?? 0;
}

function isReachedBy(one: Participant, address: string): boolean {
  return [one.id, one.name, one.number, one.address].includes(address);
}
