import type { Call } from '../../contract/call-model';
import { findActiveCall } from '../../contract/find-calls';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { describeDoNotDisturb } from '../../contract/actions/do-not-disturb';
import type { MissedCall, Snapshot } from '../../contract/snapshot';
import { isolateIdentity } from '../../contract/text';
import { decideAlert, type AlertSituation } from './alert-policy';
import { shorten } from './shorten';
import { listTrayItems, type TrayItem } from './tray-menu';

/** The state that the tray icon shows. */
export type TrayState =
  | 'no-profile'
  | 'offline'
  | 'connecting'
  | 'attention'
  | 'idle'
  | 'missed'
  | 'ringing'
  | 'dialing'
  | 'in-call'
  | 'muted'
  | 'held';

export interface TrayView {
  readonly state: TrayState;
  readonly tooltip: string;
  /** The menu's items for calls, in groups. */
  readonly items: readonly (readonly TrayItem[])[];
}

/** The maximum length of a tooltip on Windows, in UTF-16 units. */
const MAX_TOOLTIP = 120;
/** The most that `isolate` adds to a text. */
const ISOLATES = 2;

/** What the tray shows for a snapshot. */
export function toTrayView(snapshot: Snapshot, situation: AlertSituation): TrayView {
  const call = findShownCall(snapshot);
  const missed = decideAlert({ kind: 'missed' }, situation).isInTray ? snapshot.missedCalls : [];
  const state = trayStateOf(snapshot, call, missed.length > 0);
  return {
    state,
    tooltip: toTooltip(
      state,
      call,
      missed,
      describeDoNotDisturb(situation.preferences, situation.now),
    ),
    items: listTrayItems(snapshot, situation.now),
  };
}

/** A ringing call has priority. */
function findShownCall(snapshot: Snapshot): Call | undefined {
  const ringing = snapshot.calls.find(({ state }) => state === 'ringing');
  return ringing ?? findActiveCall(snapshot);
}

function trayStateOf(snapshot: Snapshot, call: Call | undefined, hasMissed: boolean): TrayState {
  if (!snapshot.hasProfile) return 'no-profile';
  // The telephone line decides; without one, the first vendor does.
  const telephone = snapshot.lines.find(({ kind }) => kind === 'telephone');
  const leading = snapshot.connections.find(({ vendor }) => vendor === telephone?.vendor);
  const connection = leading ?? snapshot.connections[0];
  if (connection?.state === 'signed-out') return 'attention';
  if (connection?.state === 'error') return 'offline';
  if (connection?.state !== 'connected') return 'connecting';
  const callState = call === undefined ? 'idle' : callTrayState(call);
  if (callState !== 'idle') return callState;
  if (snapshot.connections.some(({ state }) => state === 'signed-out')) return 'attention';
  return hasMissed ? 'missed' : 'idle';
}

function callTrayState(call: Call): TrayState {
  switch (call.state) {
    case 'ringing':
    case 'dialing':
      return call.state;
    case 'held':
      return 'held';
    // There is a call. Only the window shows more detail.
    case 'unknown':
    case 'established':
      if (call.isHeld) return 'held';
      return call.isMuted ? 'muted' : 'in-call';
    case 'waiting':
    case 'ended':
      return 'idle';
  }
}

/**
 * The state with the person's name, then additional notes. A name that is too long is shortened.
 */
function toTooltip(
  state: TrayState,
  call: Call | undefined,
  missed: readonly MissedCall[],
  quiet: string | undefined,
): string {
  const isMissed = state === 'missed';
  const notes = [
    ...(missed.length > (isMissed ? 1 : 0) ? [describeMissed(missed.length)] : []),
    ...(quiet === undefined ? [] : [quiet]),
  ];
  const text = [en.tray[state], ...notes].join(' · ');
  const name = isMissed ? missed[0]?.identity.name : call?.identity.name;
  const room = MAX_TOOLTIP - format(text, { party: '' }).length - ISOLATES;
  return format(text, { party: isolateIdentity(shorten(name ?? '', room)) });
}

function describeMissed(count: number): string {
  return count === 1 ? en.tray.oneMissedCall : format(en.tray.missedCalls, { count });
}
