// Without a schema, since the window loads no validator.

/** What the agent can do from any application, by keys of their choice; none by default. */
export const GLOBAL_SHORTCUTS = ['answer', 'mute', 'hang-up', 'show'] as const;
export type GlobalShortcutName = (typeof GLOBAL_SHORTCUTS)[number];

/** The keys of each, as Electron writes them: `Ctrl+Alt+M`. */
export type GlobalShortcutKeys = Readonly<Partial<Record<GlobalShortcutName, string>>>;

/** The global shortcuts as they are set, and those of them that do not work. */
export interface GlobalShortcuts {
  readonly keys: GlobalShortcutKeys;
  /** Another application uses their keys, or the desktop has none for applications. */
  readonly refused: readonly GlobalShortcutName[];
  /** The desktop decides about keys, and applications cannot be sure to get them. */
  readonly isWayland: boolean;
}

const NAMED_KEYS = ['Space', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'Up', 'Down', 'Left'];
const KEYS = new RegExp(
  `^((?:Ctrl\\+)?(?:Alt\\+)?(?:Shift\\+)?(?:Meta\\+)?)([A-Z\\d]|F(?:[1-9]|1\\d|2[0-4])|${NAMED_KEYS.join('|')}|Right)$`,
);

/**
 * Whether keys can be a global shortcut: every other application loses them, so it takes two modifiers, or
 * one with a function key, and Shift alone is none.
 */
export function isUsableGlobally(keys: string): boolean {
  const [, modifiers = '', key = ''] = KEYS.exec(keys) ?? [];
  const count = modifiers.split('+').length - 1;
  return modifiers !== 'Shift+' && count >= (/^F\d/.test(key) ? 1 : 2);
}

/** The name of another one with the same keys. */
export function findSameKeys(
  keys: GlobalShortcutKeys,
  name: GlobalShortcutName,
): GlobalShortcutName | undefined {
  return GLOBAL_SHORTCUTS.find(
    (other) => other !== name && keys[name] !== undefined && keys[other] === keys[name],
  );
}
