import type { Call } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { listNames } from '../../contract/locale/list-names';
import { isolate } from '../../contract/text';
import type { Snapshot } from '../../contract/snapshot';

/** What the tray tells at a glance. */
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
const MAX_NAMES = 6;
/** In characters, of which each may take two units. */
const MAX_NAME = 40;

/** What the tray shows for a snapshot. */
export function toTrayView(snapshot: Snapshot): TrayView {
  const call = snapshot.calls.find(({ id }) => id === snapshot.currentCallId);
  const state = trayStateOf(snapshot, call);
  return {
    state,
    tooltip: toTooltip(en.tray[state], call),
    ...(call && {
      callId: call.id,
      ...offered('mute', call, 'mute', 'unmute'),
      ...offered('hold', call, 'hold', 'retrieve'),
    }),
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

function offered<Name extends string, Action extends Call['actions'][number]>(
  name: Name,
  call: Call,
  ...actions: readonly Action[]
): Partial<Record<Name, Action>> {
  const action = actions.find((candidate) => call.actions.includes(candidate));
  return action === undefined ? {} : ({ [name]: action } as Record<Name, Action>);
}

/** As many names as there is room for. */
function toTooltip(text: string, call: Call | undefined): string {
  const names = call?.participants.map(({ name }) => shorten(name)) ?? [];
  for (let max = Math.min(names.length, MAX_NAMES); max > 1; max -= 1) {
    const tooltip = format(text, { party: listNames(names, max) });
    if (tooltip.length <= MAX_TOOLTIP) return tooltip;
  }
  const [first = shorten(call?.reference ?? '')] = names;
  const party =
    names.length > 1
      ? format(en.window.someParties, { names: isolate(first), count: names.length - 1 })
      : isolate(first);
  return format(text, { party });
}

function shorten(name: string): string {
  const characters = Array.from(name);
  return characters.length <= MAX_NAME ? name : `${characters.slice(0, MAX_NAME).join('')}…`;
}
