import type { GlobalShortcutName } from '../../shortcut-keys';

/** Global shortcuts. */
export const shortcuts = {
  title: 'Shortcuts',
  group: 'In every application',
  hint: 'Click a field and press keys, such as Ctrl+Alt+M. Backspace turns the shortcut off. Other applications no longer get these keys.',
  names: {
    answer: 'Answer',
    mute: 'Mute or unmute',
    'hang-up': 'Hang up',
    show: 'Show Sidetone',
  } satisfies Record<GlobalShortcutName, string>,
  off: 'Off',
  notUsable: 'Use at least two of Ctrl, Alt, Shift and Meta, or one of them with a function key.',
  same: 'These keys are already set for “{name}”.',
  taken: 'Another application uses these keys, or the desktop does not allow them.',
  notSaved: 'This could not be saved.',
  inWindow: 'Shortcuts in the window are listed in Help (F1).',
  wayland: 'On Wayland',
  waylandHint:
    'Your desktop decides which keys an application gets. It may ask you, or ignore the keys above. In its own keyboard settings, these commands always work:',
};
