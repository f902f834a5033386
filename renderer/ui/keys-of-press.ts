/** The parts of a keyboard event that identify a key combination. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'
>;

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};
const NAMED = /^(F\d{1,2}|Space|Insert|Home|End|PageUp|PageDown)$/;

/** The combination that was pressed, such as `Ctrl+Alt+M`; undefined while only modifiers are held. */
export function keysOfPress(press: Press): string | undefined {
  const key = nameKey(press);
  if (key === undefined) return undefined;
  const modifiers = [
    press.ctrlKey && 'Ctrl',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
    press.metaKey && 'Meta',
  ];
  return [...modifiers.filter((name) => name !== false), key].join('+');
}

/**
 * By the character on the key, or by its position if that is not a Latin letter, as with Alt on
 * macOS.
 */
function nameKey({ key, code }: Press): string | undefined {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (NAMED.test(code)) return code;
  return ARROWS[code] ?? /^Key([A-Z])$/.exec(code)?.[1];
}
