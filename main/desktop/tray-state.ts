import type { Call } from '../../contract/call-model';
import { descriptorOf } from '../../contract/lines';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { isolate } from '../../contract/text';
import type { Snapshot } from '../../contract/snapshot';

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
  /** The call that the menu's mute and hold act on, and which of them it allows now. */
  readonly callId?: string;
  readonly mute?: 'mute' | 'unmute';
  readonly hold?: 'hold' | 'retrieve';
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
    ...(call && {
      callId: call.id,
      ...offered('mute', call, 'mute', 'unmute'),
      ...offered('hold', call, 'hold', 'retrieve'),
    }),
  };
}

/** The call that the agent is talking on, also while the window shows another; else the one it shows. */
function findTarget(snapshot: Snapshot): Call | undefined {
  return (
    snapshot.calls.find(
      ({ line, state, isHeld }) =>
        state === 'established' && !isHeld && descriptorOf(snapshot, line).kind === 'telephone',
    ) ?? snapshot.calls.find(({ id }) => id === snapshot.currentCallId)
  );
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

function offered<Name extends string, Action extends Call['actions'][number]>(
  name: Name,
  call: Call,
  ...actions: readonly Action[]
): Partial<Record<Name, Action>> {
  const action = actions.find((candidate) => call.actions.includes(candidate));
  return action === undefined ? {} : ({ [name]: action } as Record<Name, Action>);
}

/** Who is calling comes first; a name that is too long is cut. */
function toTooltip(state: TrayState, call: Call | undefined): string {
  const text = en.tray[state];
  const room = MAX_TOOLTIP - format(text, { party: '' }).length - ISOLATES;
  return format(text, { party: isolate(shorten(call?.identity.name ?? '', room)) });
}

/** At most `room` UTF-16 units, no character cut in half. */
function shorten(name: string, room: number): string {
  if (name.length <= room) return name;
  let short = '';
  for (const character of name) {
    if (short.length + character.length >= room) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
