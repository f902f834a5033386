import {
  Bell,
  BellOff,
  CircleQuestionMark,
  Command,
  Eye,
  History,
  Info,
  LogOut,
  MessagesSquare,
  NotebookPen,
  PhoneIncoming,
  PhoneOutgoing,
  PictureInPicture2,
  Plus,
  Settings,
  type LucideIcon,
} from 'lucide-react';
import { listDoNotDisturbActions } from '../../contract/actions/do-not-disturb';
import { whyNoDialing } from '../../contract/actions/dialing';
import type { Line } from '../../contract/call-model';
import { findCallOfLine, findOpenTalkSpaces } from '../../contract/find-calls';
import { canDial, listHostedLines, listWatchedLines } from '../../contract/find-lines';
import type { LineDescriptor, StartOptions } from '../../contract/lines';
import { en } from '../../contract/locale/en';
import { lineTexts } from '../../contract/locale/line-texts';
import type { Preferences } from '../../contract/preferences';
import type { Snapshot } from '../../contract/snapshot';
import type { WindowState } from '../state/window-store';
import type { ShortcutName } from './shortcuts';
import { markPending, type ActionRun, type WindowAction } from './window-action';

/** The section Last calls, which a shortcut can focus. */
export const LAST_CALLS_ID = 'last-calls';
/** The note about a call, which a shortcut can focus. */
export const WRAP_UP_ID = 'wrap-up';

/** The actions that do not concern a call. */
export function listAppActions(state: WindowState): WindowAction[] {
  const { snapshot, wrappedUpCallId } = state;
  return snapshot === undefined
    ? []
    : [...(wrappedUpCallId === undefined ? [] : [WRAP_UP]), ...listOffered(snapshot)].map(
        (action) => markPending(state, action),
      );
}

function listOffered(snapshot: Snapshot): WindowAction[] {
  const { hasHistory, hasProfile, lastCalls, preferences } = snapshot;
  return [
    ...(canDial(snapshot)
      ? [{ ...open('dial', en.palette.dial, PhoneOutgoing), reason: whyNoDialing(snapshot) }]
      : []),
    ...listOnEach(listHostedLines(snapshot), (line) => listTalkSpaceStarts(snapshot, line)),
    ...listOnEach(listWatchedLines(snapshot), (line) => listConferenceStarts(snapshot, line)),
    ...(hasHistory ? [HISTORY] : []),
    ...(lastCalls.length > 0 ? [LAST_CALLS] : []),
    switchNotifications(!preferences.rosterNotifications),
    ...listDoNotDisturb(preferences),
    ...(hasProfile ? [CALL_BAR] : []),
    PALETTE,
    SETTINGS,
    HELP,
    ABOUT,
    QUIT,
  ];
}

/**
 * If there are several lines, each action names its line, and only those on the first have
 * shortcuts.
 */
function listOnEach(
  lines: readonly LineDescriptor[],
  list: (line: LineDescriptor) => WindowAction[],
): WindowAction[] {
  return lines.length === 1
    ? lines.flatMap(list)
    : lines.flatMap((line, index) =>
        list(line).map((action) => ({
          ...action,
          detail: lineTexts(line.line).title,
          shortcut: index === 0 ? action.shortcut : undefined,
        })),
      );
}

/**
 * The first one is started by one press. Further ones, or one with other media, are started in a
 * dialog.
 */
function listTalkSpaceStarts(snapshot: Snapshot, { line, start }: LineDescriptor): WindowAction[] {
  if (start === undefined) {
    return [];
  }
  const isBusy = isSent(snapshot, 'start-talkspace', line);
  const { newTalkSpace } = en.actions;
  const isOneOpen = findOpenTalkSpaces(snapshot).some((call) => call.line === line);
  const hasChoice = start.greetings.length + start.recordings.length > 0;
  return [
    ...(isOneOpen ? [] : [{ ...startTalkSpace(line), isBusy }]),
    ...(isOneOpen || hasChoice
      ? [{ ...openOnLine('new-talkspace', line, newTalkSpace, MessagesSquare), isBusy }]
      : []),
  ];
}

function listConferenceStarts(snapshot: Snapshot, { line, start }: LineDescriptor): WindowAction[] {
  const watched = findCallOfLine(snapshot, line);
  const isFree = watched === undefined || watched.state === 'ended';
  const isBusy = isSent(snapshot, 'create-conference', line);
  const label = watched === undefined ? en.actions.watchConference : en.actions.watchAnother;
  return [
    ...(isFree && start !== undefined ? [{ ...startConference(line, start), isBusy }] : []),
    openOnLine('watch-conference', line, label, Eye),
  ];
}

function isSent({ commands }: Snapshot, action: StartOptions['action'], line: Line): boolean {
  return commands.some(
    (command) =>
      command.action === action && command.subject === line && command.outcome === 'sent',
  );
}

function switchNotifications(isOn: boolean): WindowAction {
  const { startRosterNotifications, stopRosterNotifications } = en.palette;
  return withoutKeys(
    'roster-notifications',
    isOn ? startRosterNotifications : stopRosterNotifications,
    isOn ? Bell : BellOff,
    { kind: 'change-preference', change: { rosterNotifications: isOn } },
  );
}

function listDoNotDisturb(preferences: Preferences): WindowAction[] {
  return listDoNotDisturbActions(preferences, Date.now()).map(({ id, label, setTo }) =>
    withoutKeys(id, label, setTo === 'off' ? Bell : BellOff, { kind: 'do-not-disturb', setTo }),
  );
}

type AppDialog = 'dial' | 'history' | 'palette' | 'settings' | 'help';
type LineDialog = 'new-talkspace' | 'new-conference' | 'watch-conference';

function open(kind: AppDialog, label: string, icon: LucideIcon): WindowAction {
  return withKeys(kind, label, icon, { kind: 'open', dialog: { kind } });
}

function openOnLine(kind: LineDialog, line: Line, label: string, icon: LucideIcon): WindowAction {
  const action = withKeys(kind, label, icon, { kind: 'open', dialog: { kind, line } });
  return { ...action, key: `${kind} ${line}`, line };
}

/** Starts it at once, or after asking for the hosting number. */
function startConference(line: Line, { from }: StartOptions): WindowAction {
  const action = openOnLine('new-conference', line, en.actions.newConference, Plus);
  return from === undefined
    ? { ...action, label: en.actions.startConference, run: { kind: 'start-conference', line } }
    : action;
}

function startTalkSpace(line: Line): WindowAction {
  const { name } = en.commands['start-talkspace'];
  const run = { kind: 'start-talkspace', line } as const;
  return { ...withKeys(run.kind, name, MessagesSquare, run), key: `${run.kind} ${line}`, line };
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

const HISTORY = open('history', en.history.open, History);
const LAST_CALLS = withKeys('last-calls', en.recordings.lastCalls, PhoneIncoming, {
  kind: 'focus',
  elementId: LAST_CALLS_ID,
});
const WRAP_UP = withKeys('wrap-up', en.wrapUp.write, NotebookPen, {
  kind: 'focus',
  elementId: WRAP_UP_ID,
});
const CALL_BAR = withKeys('call-bar', en.callBar.show, PictureInPicture2, {
  kind: 'show-view',
  view: 'call-bar',
});
const PALETTE = open('palette', en.palette.title, Command);
const SETTINGS = open('settings', en.settings.title, Settings);
const HELP = open('help', en.help.title, CircleQuestionMark);
const ABOUT = withoutKeys('about', en.about.open, Info, {
  kind: 'open',
  dialog: { kind: 'about' },
});
/** Has no shortcut, since pressing it by mistake would quit the app. */
const QUIT = withoutKeys('quit', en.window.requests.quit, LogOut, { kind: 'quit' });
