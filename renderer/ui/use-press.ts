import { useRef, type KeyboardEvent, type MouseEvent } from 'react';

type OnPress = (() => void) | undefined;

interface PressHandlers {
  readonly onPointerDown: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * Makes a press do what the button said when it began: the pointer may go down on one action and come
 * up when the button shows another. `onPress` is undefined while the button can't be used.
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
        // A key that is held down is one press.
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
