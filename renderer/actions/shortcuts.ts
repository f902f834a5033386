/** A key combination as displayed, and as announced by screen readers (`aria-keyshortcuts`). */
export interface Shortcut {
  readonly text: string;
  readonly ariaKeys: string;
}

/**
 * The key of each action, with Ctrl, or Cmd on macOS, so that typing never triggers one. Function
 * keys need no modifier. Actions that are never possible at the same time share a key. Keys that
 * edit text (A, C, V, X, Z, Y, arrows, Backspace), that macOS uses (H, M, Q, W) or that Linux input
 * methods use (Shift+E, Shift+U) are avoided.
 */
export const SHORTCUT_KEYS = {
  answer: 'Enter',
  reject: 'Shift+Enter',
  mute: 'D',
  unmute: 'D',
  hold: 'L',
  retrieve: 'L',
  'hang-up': 'E',
  clear: 'Shift+K',
  add: 'I',
  transfer: 'T',
  keypad: 'P',
  swap: 'S',
  'complete-conference': 'J',
  'complete-transfer': 'Shift+T',
  'start-recording': 'R',
  'pause-recording': 'R',
  'resume-recording': 'R',
  'stop-recording': 'Shift+R',
  'add-data': 'Shift+A',
  'delete-all-data': 'Shift+D',
  recording: 'O',
  'delete-call': 'Shift+O',
  'start-talkspace': 'G',
  'close-talkspace': 'Shift+G',
  'new-talkspace': 'B',
  'add-to-talkspace': 'Shift+B',
  'hold-room': '1',
  'retrieve-room': '1',
  'mute-room': '2',
  'unmute-room': '2',
  'add-to-room': '3',
  'play-to-room': '4',
  'stop-playing': '5',
  'complete-room': '6',
  'new-conference': '7',
  'watch-conference': '8',
  dial: 'N',
  'wrap-up': 'Shift+N',
  history: 'F',
  'last-calls': 'Shift+F',
  palette: 'K',
  settings: ',',
  help: 'F1',
  'call-bar': 'Shift+M',
  'show-window': 'Shift+M',
} as const;

/** The actions with a shortcut. */
export type ShortcutName = keyof typeof SHORTCUT_KEYS;

/** The shortcut of an action, in the notation of the agent's system. */
export function shortcutFor(name: ShortcutName, isMac = isOnMac()): Shortcut {
  const keys = SHORTCUT_KEYS[name].split('+');
  if (isFunctionKey(SHORTCUT_KEYS[name])) {
    return { text: SHORTCUT_KEYS[name], ariaKeys: SHORTCUT_KEYS[name] };
  }
  const shown = isMac ? ['⌘', ...keys.map((key) => MAC_SIGNS[key] ?? key)] : ['Ctrl', ...keys];
  return {
    text: shown.join(isMac ? '' : '+'),
    ariaKeys: [isMac ? 'Meta' : 'Control', ...keys].join('+'),
  };
}

/** The parts of a keyboard event that identify a shortcut. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

export function isPressed(name: ShortcutName, press: KeyPress, isMac = isOnMac()): boolean {
  const keys = SHORTCUT_KEYS[name];
  const { ctrlKey, metaKey } = press;
  const [modifier, other] = isMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  const pressed = (press.shiftKey ? 'Shift+' : '') + nameKey(press);
  return modifier === !isFunctionKey(keys) && !other && !press.altKey && keys === pressed;
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Shift: '⇧', Enter: '↩' };

function isFunctionKey(key: string): boolean {
  return /^F\d/.test(key);
}

/**
 * By the character on the key, or by its position if that is not a Latin letter or needs Shift.
 */
function nameKey({ key, code }: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) {
    return digit;
  }
  const isLatin = /^[a-z]$/i.test(key);
  return isLatin ? key.toUpperCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? key);
}

function isOnMac(): boolean {
  return typeof navigator === 'object' && navigator.userAgent.includes('Macintosh');
}
