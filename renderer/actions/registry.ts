import {
  findCurrentCall,
  findOpenTalkSpaces,
  findOtherCalls,
  findWaitingCall,
  findWatchedConferences,
  isTelephoneCall,
} from '../../contract/find-calls';
import type { WindowState } from '../state/window-store';
import { listAppActions } from './app-actions';
import { listConnectionActions } from './connection-actions';
import {
  listActionsOnOther,
  listCurrentCallActions,
  listRoomActions,
  listWaitingActions,
} from './call-actions';
import { listDataActions } from './data-actions';
import { listLastCallActions } from './last-call-actions';
import { listMessageActions } from './message-actions';
import { listPeopleActions } from './people-actions';
import type { WindowAction } from './window-action';

/**
 * All actions that the agent has now, most urgent first. Buttons, menus, shortcuts and the palette
 * are views of this list and show each action with the same label and state.
 */
export function listActions(state: WindowState): WindowAction[] {
  const ended = listLastCallActions(state);
  const calledBack = new Set(ended.map(addressOf));
  return [
    ...listCallActions(state),
    ...listMessageActions(state),
    ...listConnectionActions(state),
    ...listAppActions(state),
    ...ended,
    // People who can be called back are not offered twice.
    ...listPeopleActions(state).filter(
      (action) => action.run.kind !== 'dial' || !calledBack.has(addressOf(action)),
    ),
  ];
}

function addressOf({ run }: WindowAction): string | undefined {
  return run.kind === 'dial' ? run.address : undefined;
}

/** The actions with shortcuts, which excludes the many that concern a single person. */
export function listActionsWithKeys(state: WindowState): WindowAction[] {
  return [...listCallActions(state), ...listAppActions(state)].filter(
    ({ shortcut }) => shortcut !== undefined,
  );
}

function listCallActions(state: WindowState): WindowAction[] {
  const { snapshot } = state;
  if (snapshot === undefined) {
    return [];
  }
  const waiting = findWaitingCall(snapshot);
  const current = findCurrentCall(snapshot);
  return [
    ...(waiting === undefined ? [] : listWaitingActions(state, waiting)),
    ...(current !== undefined && isTelephoneCall(snapshot, current)
      ? [...listCurrentCallActions(state, current), ...listDataActions(state, current)]
      : []),
    ...findOtherCalls(snapshot).flatMap((call) => listActionsOnOther(state, call)),
    ...findOpenTalkSpaces(snapshot).flatMap((call) => listRoomActions(state, call)),
    ...findWatchedConferences(snapshot)
      .filter((call) => call.state !== 'ended')
      .flatMap((call) => listRoomActions(state, call)),
  ];
}
