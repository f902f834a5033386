import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isPressed,
  SHORTCUT_KEYS,
  shortcutFor,
  type KeyPress,
} from '../../../../renderer/actions/shortcuts';
import { readTables } from '../../../support/markdown-table';

function press(fields: Partial<KeyPress>): KeyPress {
  return {
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...fields,
  };
}

describe('the shortcuts', () => {
  it('are shown in the notation of the system', () => {
    expect(shortcutFor('palette', false)).toEqual({ text: 'Ctrl+K', ariaKeys: 'Control+K' });
    expect(shortcutFor('reject', false).text).toBe('Ctrl+Shift+Enter');
    expect(shortcutFor('reject', true)).toEqual({ text: '⌘⇧↩', ariaKeys: 'Meta+Shift+Enter' });
  });

  it('use no keys of text editing, of macOS or of Linux input methods', () => {
    const taken = ['A', 'C', 'V', 'X', 'Z', 'Y', 'H', 'M', 'Q', 'W', 'Shift+E', 'Shift+U'];
    expect(Object.values(SHORTCUT_KEYS).filter((keys) => taken.includes(keys))).toEqual([]);
  });

  it('match the list in docs/keyboard.md', async () => {
    const rows = await readTables(join(import.meta.dirname, '../../../../docs/keyboard.md'));
    const listed = rows.flatMap(({ keys = '', what = '' }) =>
      what === '' ? [] : keys.split(', '),
    );
    const ofTheWindow = ['F6', 'Ctrl++', 'Ctrl+-', 'Ctrl+0'];
    const real = Object.values(SHORTCUT_KEYS).map((keys) =>
      keys === 'F1' ? keys : `Ctrl+${keys}`,
    );
    expect(listed.sort()).toEqual([...new Set(real), ...ofTheWindow].sort());
  });

  it('are shared only by opposite actions', () => {
    const names = Object.entries(SHORTCUT_KEYS);
    const shared = names
      .map(([, keys]) => names.filter(([, other]) => other === keys).map(([other]) => other))
      .filter((together, index) => together.length > 1 && together[0] === names[index]?.[0]);
    expect(shared).toEqual([
      ['mute', 'unmute'],
      ['hold', 'retrieve'],
      ['start-recording', 'pause-recording', 'resume-recording'],
      ['hold-room', 'retrieve-room'],
      ['mute-room', 'unmute-room'],
      ['call-bar', 'show-window'],
    ]);
  });
});

describe('a key press', () => {
  it('counts only with the modifier of the system', () => {
    expect(isPressed('mute', press({ key: 'd', ctrlKey: true }), false)).toBe(true);
    expect(isPressed('mute', press({ key: 'd', metaKey: true }), true)).toBe(true);
    expect(isPressed('mute', press({ key: 'd' }), false)).toBe(false);
    expect(isPressed('mute', press({ key: 'd', ctrlKey: true }), true)).toBe(false);
    expect(isPressed('mute', press({ key: 'd', metaKey: true }), false)).toBe(false);
    // AltGr is Ctrl and Alt at once on Windows.
    expect(isPressed('mute', press({ key: 'd', ctrlKey: true, altKey: true }), false)).toBe(false);
  });

  it('of a function key needs no modifier', () => {
    expect(shortcutFor('help', true)).toEqual({ text: 'F1', ariaKeys: 'F1' });
    expect(isPressed('help', press({ key: 'F1', code: 'F1' }), false)).toBe(true);
    expect(isPressed('help', press({ key: 'F1', code: 'F1', ctrlKey: true }), false)).toBe(false);
  });

  it('with Shift is a different shortcut', () => {
    const ended = press({ key: 'T', ctrlKey: true, shiftKey: true });
    expect(isPressed('complete-transfer', ended, false)).toBe(true);
    expect(isPressed('transfer', ended, false)).toBe(false);
  });

  it('counts by its position if the keyboard has no Latin letters, or symbols instead of digits', () => {
    const cyrillic = press({ key: 'в', code: 'KeyD', ctrlKey: true });
    expect(isPressed('mute', cyrillic, false)).toBe(true);
    const french = press({ key: '&', code: 'Digit1', ctrlKey: true });
    expect(isPressed('hold-room', french, false)).toBe(true);
    // On a Dvorak keyboard the key that writes D stands where others have H.
    expect(isPressed('mute', press({ key: 'd', code: 'KeyH', ctrlKey: true }), false)).toBe(true);
  });
});
