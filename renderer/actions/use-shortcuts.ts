import { useEffect } from 'react';
import { useWindow } from '../state/window-context';
import type { WindowState } from '../state/window-store';
import { isPressed } from './shortcuts';
import { runAction, type WindowAction } from './window-action';

/**
 * Handles the shortcuts of the listed actions. They do nothing while the button is disabled or a
 * dialog is open. A key that is held down counts once.
 */
export function useShortcuts(list: (state: WindowState) => WindowAction[]): void {
  const { store, actions } = useWindow();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const state = store.getState();
      const mayBeOne = event.ctrlKey || event.metaKey || /^F\d/.test(event.key);
      if (!mayBeOne || state.dialog !== undefined || event.isComposing) {
        return;
      }
      const pressed = list(state).filter(
        ({ shortcut }) => shortcut !== undefined && isPressed(shortcut, event),
      );
      const [first] = pressed;
      if (first === undefined) {
        return;
      }
      event.preventDefault();
      if (!event.repeat) {
        runAction(actions, pressed.find(({ reason }) => reason === undefined) ?? first);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, actions, list]);
}
