import type { Call } from './call-model';
import { descriptorOf } from './descriptor-of';
import { listHostedLines, listWatchedLines } from './find-lines';
import type { Connection, Snapshot } from './snapshot';

type Lines = Pick<Snapshot, 'lines'>;

/** Whether it is a telephone call, not a conference. */
export function isTelephoneCall(snapshot: Lines, { line }: Pick<Call, 'line'>): boolean {
  return descriptorOf(snapshot, line).kind === 'telephone';
}

export function findCall(snapshot: Snapshot, callId: string | undefined): Call | undefined {
  return callId === undefined ? undefined : snapshot.calls.find((call) => call.id === callId);
}

export function findCurrentCall(snapshot: Snapshot): Call | undefined {
  return findCall(snapshot, snapshot.currentCallId);
}

/**
 * The call that the agent is talking on, even while the window shows another one; else the
 * displayed call.
 */
export function findActiveCall(snapshot: Snapshot): Call | undefined {
  return (
    snapshot.calls.find(
      (call) => call.state === 'established' && !call.isHeld && isTelephoneCall(snapshot, call),
    ) ?? findCurrentCall(snapshot)
  );
}

/** The telephone calls that have not ended, including the current one. */
export function listLiveTelephoneCalls(snapshot: Snapshot): Call[] {
  return snapshot.calls.filter((call) => call.state !== 'ended' && isTelephoneCall(snapshot, call));
}

/** The newest call that rings while another is the current one. */
export function findWaitingCall(snapshot: Snapshot): Call | undefined {
  return findCall(snapshot, snapshot.waitingCallIds[0]);
}

/** The telephone calls other than the current one and the waiting one. */
export function findOtherCalls(snapshot: Snapshot): Call[] {
  const waiting = findWaitingCall(snapshot);
  return listLiveTelephoneCalls(snapshot).filter(
    ({ id }) => id !== snapshot.currentCallId && id !== waiting?.id,
  );
}

/** The newest call of a line: one in progress, or else an ended one that is still shown. */
export function findCallOfLine(snapshot: Snapshot, line: string): Call | undefined {
  const calls = snapshot.calls.filter((call) => call.line === line);
  return calls.find((call) => call.state !== 'ended') ?? calls[0];
}

/** The open conferences that the agent hosts, such as TalkSpaces, newest first. */
export function findOpenTalkSpaces(snapshot: Snapshot): Call[] {
  const led = new Set(listHostedLines(snapshot).map(({ line }) => line));
  return snapshot.calls.filter(({ line, state }) => led.has(line) && state !== 'ended');
}

/** The watched conference of each line, including an ended one that is still shown. */
export function findWatchedConferences(snapshot: Snapshot): Call[] {
  return listWatchedLines(snapshot).flatMap(({ line }) => findCallOfLine(snapshot, line) ?? []);
}

/** The connection that a call's events and commands use. */
export function findConnection(
  snapshot: Pick<Snapshot, 'connections' | 'lines'>,
  call: Pick<Call, 'line'>,
): Connection | undefined {
  const { vendor } = descriptorOf(snapshot, call.line);
  return snapshot.connections.find((connection) => connection.vendor === vendor);
}

/** The other call of a consultation: the one that this call was started from, or the reverse. */
export function findLinkedCall(snapshot: Snapshot, call: Call): Call | undefined {
  const linked = snapshot.calls.find(
    (other) => other.id === call.parentCallId || other.parentCallId === call.id,
  );
  return linked?.state === 'ended' ? undefined : linked;
}

/**
 * Whether one agent consults another in this call. For the consulted agent, the consultation ends when the
 * consulting colleague has left and only the customer remains.
 */
export function isConsultation({
  parentCallId,
  isConsultation: began,
  participants,
}: Pick<Call, 'parentCallId' | 'isConsultation' | 'participants'>): boolean {
  if (parentCallId !== undefined) return true;
  return began === true && participants.some(({ joinedAt }) => joinedAt === undefined);
}

export function hasBeenAnswered({ state }: Pick<Call, 'state'>): boolean {
  return state === 'established' || state === 'held';
}

/** The roster may arrive later than the count. */
export function countMembers({ state, activeMembers, participants }: Call): number {
  // The last participants are kept after its end.
  return activeMembers ?? (state === 'ended' ? 0 : participants.length);
}
