import type { Call } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { isolateIdentity } from '../../contract/text';
import type { Snapshot } from '../../contract/snapshot';
import { shorten } from './shorten';
import { findTarget, listTrayItems, type TrayItem } from './tray-menu';

/** What the tray shows at a glance. */
export type TrayState =
  | 'no-profile'
  | 'offline'
  | 'connecting'
  | 'attention'
  | 'idle'
  | 'ringing'
  | 'dialing'
  | 'in-call'
  | 'muted'
  | 'held';

export interface TrayView {
  readonly state: TrayState;
  readonly tooltip: string;
  /** What the menu offers for calls, in groups. */
  readonly items: readonly (readonly TrayItem[])[];
}

/** What Windows has room for, in UTF-16 units. */
const MAX_TOOLTIP = 120;
/** What `isolate` adds at most. */
const ISOLATES = 2;

/** What the tray shows for a snapshot. */
export function toTrayView(snapshot: Snapshot): TrayView {
  const call = findTarget(snapshot);
  const ringing = snapshot.calls.find(({ state }) => state === 'ringing');
  const state = trayStateOf(snapshot, ringing ?? call);
  return {
    state,
    tooltip: toTooltip(state, ringing ?? call),
    items: listTrayItems(snapshot),
  };
}

function trayStateOf(snapshot: Snapshot, call: Call | undefined): TrayState {
  if (!snapshot.hasProfile) return 'no-profile';
  if (snapshot.connections.some(({ state }) => state === 'signed-out')) return 'attention';
  // The telephone matters most; without it the first vendor stands for the connection.
  const telephone = snapshot.lines.find(({ kind }) => kind === 'telephone');
  const leading = snapshot.connections.find(({ vendor }) => vendor === telephone?.vendor);
  const connection = leading ?? snapshot.connections[0];
  if (connection?.state === 'error') return 'offline';
  if (connection?.state !== 'connected') return 'connecting';
  return call === undefined ? 'idle' : callTrayState(call);
}

function callTrayState(call: Call): TrayState {
  switch (call.state) {
    case 'ringing':
    case 'dialing':
      return call.state;
    case 'held':
      return 'held';
    // There is a call; whether anybody hears anybody is what the window says.
    case 'unknown':
    case 'established':
      if (call.isHeld) return 'held';
      return call.isMuted ? 'muted' : 'in-call';
    case 'waiting':
    case 'ended':
      return 'idle';
  }
}

/** Who is calling comes first; a name that is too long is cut. */
function toTooltip(state: TrayState, call: Call | undefined): string {
  const text = en.tray[state];
  const room = MAX_TOOLTIP - format(text, { party: '' }).length - ISOLATES;
  return format(text, { party: isolateIdentity(shorten(call?.identity.name ?? '', room)) });
}
