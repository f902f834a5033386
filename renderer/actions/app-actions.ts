import {
  Bell,
  BellOff,
  Command,
  Eye,
  History,
  Info,
  LogOut,
  MessagesSquare,
  PhoneIncoming,
  PhoneOutgoing,
  Plus,
  Settings,
  type LucideIcon,
} from 'lucide-react';
import { whyNoDialing } from '../../contract/actions/dialing';
import { findCallOfLine, findOpenTalkSpaces } from '../../contract/find-calls';
import { en } from '../../contract/locale/en';
import type { Snapshot } from '../../contract/snapshot';
import type { WindowState } from '../state/window-store';
import type { ShortcutName } from './shortcuts';
import { markPending, type ActionRun, type WindowAction } from './window-action';

/** The section of the last calls, which the keyboard can jump to. */
export const LAST_CALLS_ID = 'last-calls';

/** What is not about a call. */
export function listAppActions(state: WindowState): WindowAction[] {
  const { snapshot } = state;
  return snapshot === undefined
    ? []
    : listOffered(snapshot).map((action) => markPending(state, action));
}

function listOffered(snapshot: Snapshot): WindowAction[] {
  const { offers, lastCalls, preferences } = snapshot;
  return [
    ...(offers.dial
      ? [{ ...open('dial', en.palette.dial, PhoneOutgoing), reason: whyNoDialing(snapshot) }]
      : []),
    ...listTalkSpaceStarts(snapshot),
    ...listConferenceStarts(snapshot),
    ...(offers.history ? [HISTORY] : []),
    ...(lastCalls.length > 0 ? [LAST_CALLS] : []),
    ...(preferences === undefined ? [] : [switchNotifications(!preferences.rosterNotifications)]),
    PALETTE,
    SETTINGS,
    ABOUT,
    QUIT,
  ];
}

/** The first is started by one press; another one, or one with other media, in a dialog. */
function listTalkSpaceStarts(snapshot: Snapshot): WindowAction[] {
  const { talkSpaces } = snapshot.offers;
  if (talkSpaces === undefined) {
    return [];
  }
  const isBusy = isSent(snapshot, 'start-talkspace');
  const isOneOpen = findOpenTalkSpaces(snapshot).length > 0;
  const hasChoice = talkSpaces.greetings.length + talkSpaces.recordings.length > 0;
  return [
    ...(isOneOpen ? [] : [{ ...START_TALKSPACE, isBusy }]),
    ...(isOneOpen || hasChoice ? [{ ...NEW_TALKSPACE, isBusy }] : []),
  ];
}

function listConferenceStarts(snapshot: Snapshot): WindowAction[] {
  if (snapshot.offers.conferences === undefined) {
    return [];
  }
  const watched = findCallOfLine(snapshot, 'conference');
  const isFree = watched === undefined || watched.state === 'ended';
  const isBusy = isSent(snapshot, 'create-conference');
  const label = watched === undefined ? en.actions.watchConference : en.actions.watchAnother;
  return [...(isFree ? [{ ...NEW_CONFERENCE, isBusy }] : []), open('watch-conference', label, Eye)];
}

function isSent({ commands }: Snapshot, action: 'start-talkspace' | 'create-conference'): boolean {
  return commands.some((command) => command.action === action && command.outcome === 'sent');
}

function switchNotifications(isOn: boolean): WindowAction {
  const { startRosterNotifications, stopRosterNotifications } = en.palette;
  return withoutKeys(
    'roster-notifications',
    isOn ? startRosterNotifications : stopRosterNotifications,
    isOn ? Bell : BellOff,
    { kind: 'change-preference', preference: 'rosterNotifications', isOn },
  );
}

type AppDialog =
  | 'dial'
  | 'new-talkspace'
  | 'new-conference'
  | 'watch-conference'
  | 'history'
  | 'palette'
  | 'settings';

function open(kind: AppDialog, label: string, icon: LucideIcon): WindowAction {
  return withKeys(kind, label, icon, { kind: 'open', dialog: { kind } });
}

function withKeys(
  name: ShortcutName,
  label: string,
  icon: LucideIcon,
  run: ActionRun,
): WindowAction {
  return { ...withoutKeys(name, label, icon, run), shortcut: name };
}

function withoutKeys(id: string, label: string, icon: LucideIcon, run: ActionRun): WindowAction {
  return { id, key: id, label, icon, isBusy: false, run };
}

const START_TALKSPACE = withKeys(
  'start-talkspace',
  en.commands['start-talkspace'].name,
  MessagesSquare,
  { kind: 'start-talkspace' },
);
const NEW_TALKSPACE = open('new-talkspace', en.actions.newTalkSpace, MessagesSquare);
const NEW_CONFERENCE = open('new-conference', en.actions.newConference, Plus);
const HISTORY = open('history', en.history.open, History);
const LAST_CALLS = withKeys('last-calls', en.recordings.lastCalls, PhoneIncoming, {
  kind: 'focus',
  elementId: LAST_CALLS_ID,
});
const PALETTE = open('palette', en.palette.title, Command);
const SETTINGS = open('settings', en.settings.title, Settings);
const ABOUT = withoutKeys('about', en.about.open, Info, {
  kind: 'open',
  dialog: { kind: 'about' },
});
/** Without a shortcut, since a slip would end everything. */
const QUIT = withoutKeys('quit', en.window.requests.quit, LogOut, { kind: 'quit' });
