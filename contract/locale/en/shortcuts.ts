import type { GlobalShortcutName } from '../../shortcut-keys';

/** Keys that work in every application. */
export const shortcuts = {
  title: 'Shortcuts',
  group: 'In every application',
  hint: 'Click a field and press keys, such as Ctrl+Alt+M. Backspace switches it off. Other applications no longer get these keys.',
  names: {
    answer: 'Answer',
    mute: 'Mute or unmute',
    'hang-up': 'Hang up',
    show: 'Show Sidetone',
  } satisfies Record<GlobalShortcutName, string>,
  off: 'Off',
  notUsable: 'Two of Ctrl, Alt, Shift and Meta are needed, or one with a function key.',
  same: 'The same keys are set for “{name}”.',
  taken: 'Another application uses these keys, or the desktop does not allow them.',
  notSaved: 'This could not be saved.',
  inWindow: 'Shortcuts in the window are listed in Help (F1).',
  wayland: 'On Wayland',
  waylandHint:
    'Your desktop decides which keys an application gets. It may ask you, or ignore the keys above. In its own keyboard settings, these commands always work:',
};
