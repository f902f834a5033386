import { useEffect } from 'react';
import { useWindow } from '../state/window-context';
import type { WindowState } from '../state/window-store';
import { isPressed } from './shortcuts';
import { followStates } from './recent-states';
import { changedCallOf, refuseAction, runAction, type WindowAction } from './window-action';

type ListActions = (state: WindowState) => WindowAction[];

/**
 * Handles the shortcuts of the listed actions. They do nothing while the button is disabled or a dialog is
 * open. A key that is held down counts once. If it acted on another call until a moment ago, it is not clear
 * which one is meant, so the key must be pressed again.
 */
export function useShortcuts(list: ListActions): void {
  const { store, actions } = useWindow();
  useEffect(() => {
    const recent = followStates(store);
    const press = (event: KeyboardEvent): void => {
      const state = store.getState();
      const mayBeOne = event.ctrlKey || event.metaKey || /^F\d/.test(event.key);
      if (!mayBeOne || state.dialog !== undefined || event.isComposing) {
        return;
      }
      const action = findPressed(list(state), event);
      if (action === undefined) {
        return;
      }
      event.preventDefault();
      if (event.repeat) {
        return;
      }
      const callId = changedCallOf(action);
      const replaced = recent
        .newestFirst()
        .map((state) => findPressed(list(state), event))
        .find((earlier) => changedCallOf(earlier) !== callId);
      if (callId !== undefined && isPossibleOnCall(replaced)) {
        refuseAction(actions, action);
      } else {
        runAction(actions, action);
      }
    };
    window.addEventListener('keydown', press);
    return () => {
      recent.stop();
      window.removeEventListener('keydown', press);
    };
  }, [store, actions, list]);
}

/** The action of the pressed keys, preferably one that is possible. */
function findPressed(
  actions: readonly WindowAction[],
  event: KeyboardEvent,
): WindowAction | undefined {
  const pressed = actions.filter(
    ({ shortcut }) => shortcut !== undefined && isPressed(shortcut, event),
  );
  return pressed.find(({ reason }) => reason === undefined) ?? pressed[0];
}

function isPossibleOnCall(action: WindowAction | undefined): boolean {
  return changedCallOf(action) !== undefined && action?.reason === undefined;
}
