import { dequal } from 'dequal';
import { useRef } from 'react';
import type { AttachedData, Call, Line } from '../../contract/call-model';
import type { Command } from '../../contract/commands';
import { findCall } from '../../contract/find-calls';
import type { Connection, LastCall, MissedCall } from '../../contract/snapshot';
import type { Refusal } from '../state/refusal';
import { useWindowState } from '../state/window-context';
import type { WindowState } from '../state/window-store';
import { listAppActions } from './app-actions';
import { listCallBarActions } from './call-bar-actions';
import {
  listActionsOnOther,
  listCurrentCallActions,
  listRoomActions,
  listWaitingActions,
} from './call-actions';
import { listActionsOnConnection } from './connection-actions';
import { listActionsOnData, listActionsOnDeleted } from './data-actions';
import {
  listActionsOnLastCall,
  listActionsOnMissed,
  listCallBack,
  type Dialed,
} from './last-call-actions';
import { listActionsOnCommand, listActionsOnRefusal } from './message-actions';
import { listActionsOn } from './participant-actions';
import type { WindowAction } from './window-action';

/** The actions on the current call and on other calls. */
export function useCurrentCallActions(call: Call): WindowAction[] {
  return useActions((state) => listCurrentCallActions(state, call));
}

/** Swap and Show for another call. */
export function useOtherCallActions(other: Call): WindowAction[] {
  return useActions((state) => listActionsOnOther(state, other));
}

export function useWaitingActions(call: Call): WindowAction[] {
  return useActions((state) => listWaitingActions(state, call));
}

/** The actions on a TalkSpace or a conference. If there are several, only one has shortcuts. */
export function useRoomActions(call: Call): WindowAction[] {
  return useActions((state) => listRoomActions(state, call));
}

/** The actions to change and delete one item of a call's data. */
export function useDataActions(call: Call, data: AttachedData): WindowAction[] {
  return useActions((state) => listActionsOnData(state, call, data));
}

/** Undo for deleted data. */
export function useDeletedActions(call: Call, data: AttachedData): WindowAction[] {
  return useActions((state) => listActionsOnDeleted(state, call, data));
}

/** The actions to dismiss a missed call and to call back. */
export function useMissedCallActions(call: MissedCall): WindowAction[] {
  return useActions((state) => listActionsOnMissed(state, call));
}

/** The actions on an ended call. */
export function useLastCallActions(call: LastCall): WindowAction[] {
  return useActions((state) => listActionsOnLastCall(state, call));
}

/** The action to call somebody. `label` has the placeholder `{name}`. */
export function useCallBack(dialed: Dialed, label?: string): WindowAction | undefined {
  return useActions((state) => listCallBack(state, dialed, label))[0];
}

/** The actions to retry a declined request and to dismiss its message. */
export function useRefusalActions(refusal: Refusal): WindowAction[] {
  return useActions((state) => listActionsOnRefusal(state, refusal));
}

export function useCommandActions(command: Command): WindowAction[] {
  return useActions((state) => listActionsOnCommand(state, command));
}

export function useConnectionActions(connection: Connection): WindowAction[] {
  return useActions((state) => listActionsOnConnection(state, connection));
}

/** The actions of the call bar. */
export function useCallBarActions(): WindowAction[] {
  return useActions(listCallBarActions);
}

/** The actions that do not concern a call. */
export function useAppActions(): WindowAction[] {
  return useActions(listAppActions);
}

/** The actions to start and watch conferences of one line. */
export function useLineActions(line: Line): WindowAction[] {
  return useActions((state) => listAppActions(state).filter((action) => action.line === line));
}

/** The actions on a participant; none once they or the call are gone. */
export function useActionsOn(callId: string, participantId: string): WindowAction[] {
  return useActions((state) => {
    const call = state.snapshot && findCall(state.snapshot, callId);
    const participant = call?.participants.find(({ id }) => id === participantId);
    return call === undefined || participant === undefined
      ? []
      : listActionsOn(state, call, participant);
  });
}

/** Makes the component render again only when one of its actions changes. */
function useActions(list: (state: WindowState) => WindowAction[]): WindowAction[] {
  const previous = useRef<WindowAction[]>([]);
  return useWindowState((state) => {
    const actions = list(state);
    if (!dequal(previous.current, actions)) {
      previous.current = actions;
    }
    return previous.current;
  });
}

/** The first of these actions that is offered. */
export function pick(
  actions: readonly WindowAction[],
  ...ids: readonly string[]
): WindowAction | undefined {
  for (const id of ids) {
    const found = actions.find((action) => action.id === id);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
