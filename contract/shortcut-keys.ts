// Has no schema, since the window loads no validator.

/** The actions that can have a global shortcut. None has one by default. */
export const GLOBAL_SHORTCUTS = ['answer', 'mute', 'hang-up', 'show'] as const;
export type GlobalShortcutName = (typeof GLOBAL_SHORTCUTS)[number];

/** The keys of each, in Electron's notation: `Ctrl+Alt+M`. */
export type GlobalShortcutKeys = Readonly<Partial<Record<GlobalShortcutName, string>>>;

/** The configured global shortcuts, and which of them do not work. */
export interface GlobalShortcuts {
  readonly keys: GlobalShortcutKeys;
  /** Those whose keys another application uses, or which the desktop does not allow. */
  readonly refused: readonly GlobalShortcutName[];
  /** Whether the desktop decides about keys, so that applications cannot be sure to get them. */
  readonly isWayland: boolean;
}

const NAMED_KEYS = ['Space', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'Up', 'Down', 'Left'];
const KEYS = new RegExp(
  `^((?:Ctrl\\+)?(?:Alt\\+)?(?:Shift\\+)?(?:Meta\\+)?)([A-Z\\d]|F(?:[1-9]|1\\d|2[0-4])|${NAMED_KEYS.join('|')}|Right)$`,
);

/**
 * Whether keys can be a global shortcut. All other applications lose them, so two modifiers are
 * required, or one with a function key. Shift alone does not count.
 */
export function isUsableGlobally(keys: string): boolean {
  const [, modifiers = '', key = ''] = KEYS.exec(keys) ?? [];
  const count = modifiers.split('+').length - 1;
  return modifiers !== 'Shift+' && count >= (/^F\d/.test(key) ? 1 : 2);
}

/** The name of another shortcut with the same keys. */
export function findSameKeys(
  keys: GlobalShortcutKeys,
  name: GlobalShortcutName,
): GlobalShortcutName | undefined {
  return GLOBAL_SHORTCUTS.find(
    (other) => other !== name && keys[name] !== undefined && keys[other] === keys[name],
  );
}
