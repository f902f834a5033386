import { expect, it } from 'vitest';
import { keysOfPress } from '../../../../renderer/ui/keys-of-press';

const NONE = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

it.each([
  [{ key: 'm', code: 'KeyM', ctrlKey: true, altKey: true }, 'Ctrl+Alt+M'],
  [{ key: 'A', code: 'KeyQ', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+A'],
  [{ key: 'µ', code: 'KeyM', altKey: true, metaKey: true }, 'Alt+Meta+M'],
  [{ key: 'ь', code: 'KeyM', ctrlKey: true, altKey: true }, 'Ctrl+Alt+M'],
  [{ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+1'],
  [{ key: 'F9', code: 'F9', ctrlKey: true }, 'Ctrl+F9'],
  [{ key: ' ', code: 'Space', ctrlKey: true, altKey: true }, 'Ctrl+Alt+Space'],
  [{ key: 'ArrowUp', code: 'ArrowUp', ctrlKey: true, altKey: true }, 'Ctrl+Alt+Up'],
  [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, undefined],
  [{ key: 'Tab', code: 'Tab' }, undefined],
  [{ key: 'Escape', code: 'Escape' }, undefined],
])('%j is %s', (press, keys) => {
  expect(keysOfPress({ ...NONE, ...press })).toBe(keys);
});
