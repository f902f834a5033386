import { useEffect } from 'react';
import { useWindow } from '../state/window-context';
import { listActionsWithKeys } from './registry';
import { isPressed } from './shortcuts';
import { runAction } from './window-action';

/**
 * Makes the keys do what their buttons do: nothing while the button cannot be used, and nothing while a
 * dialog is open. A key that is held down counts once.
 */
export function useShortcuts(): void {
  const { store, actions } = useWindow();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const state = store.getState();
      const mayBeOne = event.ctrlKey || event.metaKey || /^F\d/.test(event.key);
      if (!mayBeOne || state.dialog !== undefined || event.isComposing) {
        return;
      }
      const pressed = listActionsWithKeys(state).filter(
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
  }, [store, actions]);
}
