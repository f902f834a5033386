import { en } from '../../contract/locale/en';
import type { Snapshot } from '../../contract/snapshot';
import type { ActionRun, AgentAction } from './agent-action';
import { findCallOfLine, findCurrentCall, findOpenTalkSpaces } from './call-view';
import { listConferenceActions, listTalkSpaceActions, listTelephoneActions } from './line-actions';
import { listPeopleActions, whyNoDialing } from './people-actions';
import { isUnderWay, type RequestSubject } from './pending';
import { changePreference, quit, startTalkSpace } from './requests';
import type { ShortcutName } from './shortcuts';
import type { WindowState } from './window-store';

/** The card of the last calls, where a key brings the focus. */
export const LAST_CALLS_ID = 'last-calls';

/**
 * All that the agent can have done as things are, the most pressing first: what the keys set off and
 * the palette lists. Each is possible just when its button is.
 */
export function listAgentActions(state: WindowState): AgentAction[] {
  const { snapshot } = state;
  if (snapshot === undefined) {
    return [];
  }
  const current = findCurrentCall(snapshot);
  const conference = findCallOfLine(snapshot, 'conference');
  return [
    ...(current?.line === 'genesys' ? listTelephoneActions(snapshot, current) : []),
    ...findOpenTalkSpaces(snapshot).flatMap((call, index) =>
      listTalkSpaceActions(snapshot, call, index === 0),
    ),
    ...(conference === undefined ? [] : listConferenceActions(snapshot, conference)),
    ...listWindowActions(snapshot),
    ...listPeopleActions(snapshot),
  ].map((action) => markUnderWay(state, action));
}

/** As its button, which is busy while what it asks for is under way. */
function markUnderWay(state: WindowState, action: AgentAction): AgentAction {
  const about = subjectOfRun(action.run);
  return action.reason === undefined && about !== undefined && isUnderWay(state, about)
    ? { ...action, reason: en.palette.underWay }
    : action;
}

/** What the request will be about that follows in the end, if any. */
function subjectOfRun(run: ActionRun): RequestSubject | undefined {
  if (run.kind === 'send') {
    return run.request;
  }
  if (run.kind !== 'open') {
    return undefined;
  }
  const { dialog } = run;
  switch (dialog.kind) {
    case 'delete-call':
      return { action: dialog.kind, callId: dialog.call.id };
    case 'remove-participant': {
      const { kind, call, participant } = dialog;
      return { action: kind, callId: call.id, participantId: participant.id };
    }
    case 'new-talkspace':
      return { action: 'start-talkspace' };
    case 'new-conference':
      return { action: 'create-conference' };
    default:
      return undefined;
  }
}

/** What is not about a call that is there. */
function listWindowActions(snapshot: Snapshot): AgentAction[] {
  const { offers, lastCalls, preferences } = snapshot;
  const { dial, talkSpaces, conferences, history } = offers;
  const isTalkSpaceOpen = findOpenTalkSpaces(snapshot).length > 0;
  const watched = findCallOfLine(snapshot, 'conference');
  const hasChoice =
    talkSpaces !== undefined && talkSpaces.greetings.length + talkSpaces.recordings.length > 0;
  const isRoomFree = conferences !== undefined && (watched?.state ?? 'ended') === 'ended';
  return [
    ...(dial ? [{ ...ask('dial', en.palette.dialTitle), reason: whyNoDialing(snapshot) }] : []),
    ...(talkSpaces !== undefined && !isTalkSpaceOpen ? [START_TALKSPACE] : []),
    ...(isTalkSpaceOpen && talkSpaces !== undefined ? [NEW_TALKSPACE] : []),
    ...(!isTalkSpaceOpen && hasChoice ? [NEW_TALKSPACE] : []),
    ...(isRoomFree ? [NEW_CONFERENCE] : []),
    ...(conferences === undefined ? [] : [WATCH_CONFERENCE]),
    ...(history ? [HISTORY] : []),
    ...(lastCalls.length > 0 ? [LAST_CALLS] : []),
    ...(preferences === undefined ? [] : [switchNotifications(!preferences.rosterNotifications)]),
    PALETTE,
    ABOUT,
    QUIT,
  ];
}

function switchNotifications(isOn: boolean): AgentAction {
  const { startRosterNotifications, stopRosterNotifications } = en.palette;
  return {
    id: 'roster-notifications',
    label: isOn ? startRosterNotifications : stopRosterNotifications,
    run: { kind: 'send', request: changePreference('rosterNotifications', isOn), target: '' },
  };
}

type WindowDialog =
  'dial' | 'new-talkspace' | 'new-conference' | 'watch-conference' | 'history' | 'palette';

function ask(kind: WindowDialog, label: string): AgentAction {
  return named(kind, label, { kind: 'open', dialog: { kind } });
}

function named(name: ShortcutName, label: string, run: ActionRun): AgentAction {
  return { id: name, label, shortcut: name, run };
}

const START_TALKSPACE = named('start-talkspace', en.commands['start-talkspace'].name, {
  kind: 'send',
  request: startTalkSpace(),
  target: '',
});
const NEW_TALKSPACE = ask('new-talkspace', en.actions.newTalkSpace);
const NEW_CONFERENCE = ask('new-conference', en.actions.newConference);
const WATCH_CONFERENCE = ask('watch-conference', en.actions.watchConference);
const HISTORY = ask('history', en.history.open);
const LAST_CALLS = named('last-calls', en.recordings.lastCalls, {
  kind: 'focus',
  elementId: LAST_CALLS_ID,
});
/** Without a key: it stands where a slip would end everything. */
const QUIT: AgentAction = {
  id: 'quit',
  label: en.window.requests.quit,
  run: { kind: 'send', request: quit(), target: '' },
};
const ABOUT: AgentAction = {
  id: 'about',
  label: en.about.open,
  run: { kind: 'open', dialog: { kind: 'about' } },
};
const PALETTE = ask('palette', en.palette.title);
