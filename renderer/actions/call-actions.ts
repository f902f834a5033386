import {
  ArrowDownUp,
  ArrowRightLeft,
  CircleDot,
  CirclePause,
  CirclePlay,
  CircleStop,
  Eye,
  FileAudio,
  Forward,
  Grip,
  ListPlus,
  ListX,
  Merge,
  Mic,
  MicOff,
  Paperclip,
  Pause,
  Phone,
  PhoneOff,
  Play,
  Square,
  Trash2,
  UserPlus,
  Volume2,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { CallActionId, CallActionView } from '../../contract/actions/action';
import {
  listCallActions,
  listOtherCallActions,
  listWaitingCallActions,
} from '../../contract/actions/call-actions';
import type { Call } from '../../contract/call-model';
import type { PairOperation } from '../../contract/call-operations';
import { descriptorOf } from '../../contract/descriptor-of';
import {
  findCall,
  findOpenTalkSpaces,
  findOtherCalls,
  hasBeenAnswered,
} from '../../contract/find-calls';
import { listWatchedLines } from '../../contract/find-lines';
import type { Snapshot } from '../../contract/snapshot';
import type { WindowState } from '../state/window-store';
import type { ShortcutName } from './shortcuts';
import { markPending, type ActionRun, type WindowAction } from './window-action';

const ICONS: Record<CallActionId, LucideIcon> = {
  answer: Phone,
  reject: PhoneOff,
  mute: Mic,
  unmute: MicOff,
  hold: Pause,
  retrieve: Play,
  'hang-up': PhoneOff,
  clear: PhoneOff,
  add: UserPlus,
  transfer: Forward,
  keypad: Grip,
  'complete-conference': Merge,
  'complete-transfer': ArrowRightLeft,
  swap: ArrowDownUp,
  'show-call': Eye,
  'add-data': ListPlus,
  'attach-wrap-up': Paperclip,
  'delete-all-data': ListX,
  'start-recording': CircleDot,
  'pause-recording': CirclePause,
  'resume-recording': CirclePlay,
  'stop-recording': CircleStop,
  recording: FileAudio,
  'delete-call': Trash2,
  play: Volume2,
  'stop-playing': Square,
  'complete-room': X,
  'close-talkspace': X,
};

const TELEPHONE_SHORTCUTS: Partial<Record<CallActionId, ShortcutName>> = {
  answer: 'answer',
  reject: 'reject',
  mute: 'mute',
  unmute: 'unmute',
  hold: 'hold',
  retrieve: 'retrieve',
  'hang-up': 'hang-up',
  clear: 'clear',
  add: 'add',
  transfer: 'transfer',
  keypad: 'keypad',
  'complete-conference': 'complete-conference',
  'complete-transfer': 'complete-transfer',
  'add-data': 'add-data',
  'delete-all-data': 'delete-all-data',
  'start-recording': 'start-recording',
  'pause-recording': 'pause-recording',
  'resume-recording': 'resume-recording',
  'stop-recording': 'stop-recording',
  recording: 'recording',
  'delete-call': 'delete-call',
};
const TALKSPACE_SHORTCUTS: Partial<Record<CallActionId, ShortcutName>> = {
  add: 'add-to-talkspace',
  'close-talkspace': 'close-talkspace',
};
const CONFERENCE_SHORTCUTS: Partial<Record<CallActionId, ShortcutName>> = {
  hold: 'hold-room',
  retrieve: 'retrieve-room',
  mute: 'mute-room',
  unmute: 'unmute-room',
  add: 'add-to-room',
  play: 'play-to-room',
  'stop-playing': 'stop-playing',
  'complete-room': 'complete-room',
};

/** The actions on the current telephone call. */
export function listCurrentCallActions(state: WindowState, call: Call): WindowAction[] {
  const views = state.snapshot === undefined ? [] : listCallActions(state.snapshot, call);
  return views.map((view) => toWindowAction(state, call, view, TELEPHONE_SHORTCUTS[view.id]));
}

/** Swap and Show for another call. */
export function listActionsOnOther(state: WindowState, other: Call): WindowAction[] {
  const { snapshot } = state;
  if (snapshot === undefined) {
    return [];
  }
  // With several calls to swap with, a shortcut would be ambiguous.
  const isOnlyOne = findOtherCalls(snapshot).filter(hasBeenAnswered).length === 1;
  return listOtherCallActions(snapshot, other).map((view) =>
    toWindowAction(state, other, view, view.id === 'swap' && isOnlyOne ? 'swap' : undefined),
  );
}

/** Answer and Reject for a waiting call, with the shortcuts of a ringing call. */
export function listWaitingActions(state: WindowState, call: Call): WindowAction[] {
  const views = state.snapshot === undefined ? [] : listWaitingCallActions(state.snapshot, call);
  return views.map((view) =>
    // Hang up for the current call has this shortcut.
    toWindowAction(
      state,
      call,
      view,
      view.id === 'hang-up' ? 'reject' : TELEPHONE_SHORTCUTS[view.id],
    ),
  );
}

/** The actions on a TalkSpace or a conference. */
export function listRoomActions(state: WindowState, call: Call): WindowAction[] {
  const { snapshot } = state;
  if (snapshot === undefined) {
    return [];
  }
  const shortcuts = shortcutsOfRoom(snapshot, call);
  return listCallActions(snapshot, call).map((view) =>
    toWindowAction(state, call, view, shortcuts[view.id]),
  );
}

/**
 * The shortcuts apply to the newest TalkSpace, and to the conference of the first watched line.
 */
function shortcutsOfRoom(
  snapshot: Snapshot,
  call: Call,
): Partial<Record<CallActionId, ShortcutName>> {
  if (descriptorOf(snapshot, call.line).canWatch) {
    return listWatchedLines(snapshot)[0]?.line === call.line ? CONFERENCE_SHORTCUTS : {};
  }
  return findOpenTalkSpaces(snapshot)[0]?.id === call.id ? TALKSPACE_SHORTCUTS : {};
}

function toWindowAction(
  state: WindowState,
  call: Call,
  view: CallActionView,
  shortcut: ShortcutName | undefined,
): WindowAction {
  const { id, label, name, detail, isBusy, callId, otherCallId = '' } = view;
  const isKeypadOpen =
    id === 'keypad' && state.panel?.kind === 'keypad' && state.panel.callId === callId;
  return markPending(state, {
    id,
    key: `${id} ${callId} ${otherCallId}`,
    label,
    ...(name !== undefined && { name }),
    ...(detail !== undefined && { detail }),
    // An open panel can always be closed.
    reason: isKeypadOpen ? undefined : view.reason,
    isBusy,
    icon: ICONS[id],
    shortcut,
    run: runOf(state.snapshot, call, view),
  });
}

function runOf(snapshot: Snapshot | undefined, call: Call, view: CallActionView): ActionRun {
  const { id, callId, target } = view;
  switch (id) {
    case 'show-call':
      return { kind: 'show-call', callId, target };
    case 'keypad':
    case 'add-data':
      return { kind: 'toggle', panel: { kind: id, callId } };
    case 'add':
    case 'transfer':
    case 'play':
    case 'recording':
    case 'delete-call':
    case 'clear':
    case 'complete-room':
    case 'delete-all-data':
      return { kind: 'open', dialog: { kind: id, call } };
    case 'complete-conference':
    case 'complete-transfer': {
      const other = snapshot && findCall(snapshot, view.otherCallId);
      return view.isConfirmed === true && other !== undefined
        ? { kind: 'open', dialog: { kind: id, call, other } }
        : performOnPair(id, view);
    }
    case 'swap':
      return performOnPair(id, view);
    default:
      return { kind: 'perform', operation: { kind: id, callId }, target };
  }
}

function performOnPair(kind: PairOperation, view: CallActionView): ActionRun {
  const { callId, otherCallId = '', target } = view;
  return { kind: 'perform', operation: { kind, callId, otherCallId }, target };
}
