import { describe, expect, it } from 'vitest';
import { globalShortcutChangeSchema } from '../../../contract/global-shortcuts';
import { findSameKeys, isUsableGlobally } from '../../../contract/shortcut-keys';

describe('the keys of a global shortcut', () => {
  it.each([
    'Ctrl+Alt+M',
    'Ctrl+Shift+9',
    'Alt+Shift+Meta+Up',
    'Ctrl+F9',
    'Meta+F24',
    'Ctrl+Alt+Space',
  ])('can be %s', (keys) => {
    expect(isUsableGlobally(keys)).toBe(true);
  });

  it.each([
    'M',
    'F9',
    'Shift+F9',
    'Ctrl+C',
    'Shift+M',
    'Alt+Ctrl+M',
    'Ctrl+Alt+',
    'Ctrl+Alt+F25',
    'Ctrl+Alt+Delete',
    'Ctrl+Alt+MediaPlayPause',
    'Ctrl+Ctrl+M',
    '',
  ])('cannot be %j, which every application needs or which is not a key combination', (keys) => {
    expect(isUsableGlobally(keys)).toBe(false);
    expect(globalShortcutChangeSchema.safeParse({ name: 'mute', keys }).success).toBe(false);
  });

  it('are the same as those of another one', () => {
    const keys = { answer: 'Ctrl+F9', show: 'Ctrl+F8', mute: 'Ctrl+F9' };
    expect(findSameKeys(keys, 'mute')).toBe('answer');
    expect(findSameKeys(keys, 'show')).toBeUndefined();
    expect(findSameKeys(keys, 'hang-up')).toBeUndefined();
  });
});
