import { useRef, type KeyboardEvent, type MouseEvent } from 'react';

type OnPress = (() => void) | undefined;

interface PressHandlers {
  readonly onPointerDown: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * Runs the action that the button showed when the press began, because the button may show another
 * one when the pointer is released. `onPress` is undefined while the button is disabled.
 */
export function usePress(onPress: OnPress): PressHandlers {
  const begun = useRef<{ readonly by: 'pointer' | 'key'; readonly onPress: OnPress }>(undefined);
  return {
    onPointerDown: () => {
      begun.current = { by: 'pointer', onPress };
    },
    onKeyDown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') {
        return;
      }
      if (event.repeat) {
        // A key that is held down counts as one press.
        event.preventDefault();
      } else {
        begun.current = { by: 'key', onPress };
      }
    },
    onBlur: () => {
      begun.current = undefined;
    },
    onClick: ({ detail }) => {
      const by = detail > 0 ? 'pointer' : 'key';
      const press = begun.current?.by === by ? begun.current.onPress : onPress;
      begun.current = undefined;
      press?.();
    },
  };
}
