import type { Call, CallAction, CallState, Line, Participant } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Connection, Snapshot } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';

/** How many names a heading holds before it counts the rest. */
const MAX_NAMES = 4;

const VENDOR_OF_LINE: Record<Line, Vendor> = {
  genesys: 'genesys',
  talkspace: 'telesocial',
  conference: 'bandwidth',
};

export function findCurrentCall(snapshot: Snapshot): Call | undefined {
  return findCall(snapshot, snapshot.currentCallId);
}

export function findCall(snapshot: Snapshot, callId: string | undefined): Call | undefined {
  return callId === undefined ? undefined : snapshot.calls.find((call) => call.id === callId);
}

/** The telephone calls beside the current one that have not ended; the other lines have cards. */
export function findOtherCalls(snapshot: Snapshot): Call[] {
  return snapshot.calls.filter(
    (call) =>
      call.line === 'genesys' && call.id !== snapshot.currentCallId && call.state !== 'ended',
  );
}

/** The newest call of a line: one that goes on, or else the one that is shown although it ended. */
export function findCallOfLine(snapshot: Snapshot, line: Line): Call | undefined {
  const calls = snapshot.calls.filter((call) => call.line === line);
  return calls.find((call) => call.state !== 'ended') ?? calls[0];
}

/** The service is configured, and no TalkSpace is open. */
export function canStartTalkSpace(snapshot: Snapshot): boolean {
  const newest = findCallOfLine(snapshot, 'talkspace');
  const isOneOpen = newest !== undefined && newest.state !== 'ended';
  return snapshot.offers.talkSpaces !== undefined && !isOneOpen;
}

export function vendorOf(call: Call): Vendor {
  return VENDOR_OF_LINE[call.line];
}

/** The connection that a call's news and commands travel by. */
export function findConnection(snapshot: Snapshot, call: Call): Connection | undefined {
  return snapshot.connections.find((connection) => connection.vendor === vendorOf(call));
}

/** The other party or parties in one line, or what kind of call it is if there are none to name. */
export function describeParties(call: Call): string {
  const names = call.participants.map((participant) => participant.name);
  if (names.length === 0) {
    return call.line === 'genesys' ? en.window.unknownParty : en.window.lineTitles[call.line];
  }
  if (names.length <= MAX_NAMES) {
    return names.join(', ');
  }
  const named = MAX_NAMES - 1;
  return format(en.window.someParties, {
    names: names.slice(0, named).join(', '),
    count: names.length - named,
  });
}

/** The number beside the name, where it says something that the name does not. */
export function describeNumber(participant: Participant): string | undefined {
  return participant.number === participant.name ? undefined : participant.number;
}

/** A conference can be established and on hold at once; the agent reads one state. */
export function shownState(call: Call): CallState {
  return call.state === 'established' && call.isHeld ? 'held' : call.state;
}

/** What a call's button looks like: usable, unusable with a reason, or not there at all. */
export type ButtonState =
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled'; readonly reason: string }
  | { readonly kind: 'absent' };

/**
 * A telephone call always has its buttons, so that they stay in place while the call changes. Other
 * lines have only those that their vendor offers.
 */
export function callButtonState(
  call: Call,
  action: CallAction,
  connection: Connection | undefined,
): ButtonState {
  const isAllowed = call.actions.includes(action);
  if (!isAllowed && call.line !== 'genesys') {
    return { kind: 'absent' };
  }
  const reason = isAllowed
    ? lostConnectionReason(call, connection)
    : (lostConnectionReason(call, connection) ?? notAllowedReason(call));
  return reason === undefined ? { kind: 'enabled' } : { kind: 'disabled', reason };
}

/**
 * Why nothing can be asked for a call at the moment, or `undefined` if it can. Only a telephone call
 * waits for its connection: the other services have none between two requests.
 */
export function lostConnectionReason(
  call: Call,
  connection: Connection | undefined,
): string | undefined {
  return call.line !== 'genesys' || connection?.state === 'connected'
    ? undefined
    : format(en.window.reasons.noConnection, { vendor: en.vendors[vendorOf(call)] });
}

function notAllowedReason(call: Call): string {
  switch (call.state) {
    case 'ended':
      return en.window.reasons.over;
    case 'waiting':
    case 'dialing':
    case 'ringing':
      return en.window.reasons.notAnswered;
    case 'established':
    case 'held':
      return format(en.window.reasons.notAllowed, { vendor: en.vendors[vendorOf(call)] });
  }
}
