import type { GlobalShortcut } from 'electron';
import {
  GLOBAL_SHORTCUTS,
  type GlobalShortcutKeys,
  type GlobalShortcutName,
} from '../../contract/shortcut-keys';
import type { Clock } from '../time/clock';

/** Shortcuts that work while another application has the focus. */
export interface GlobalShortcutRegistry {
  /** Replaces the registered shortcuts. Returns those that the system refused. */
  apply(keys: GlobalShortcutKeys): readonly GlobalShortcutName[];
  dispose(): void;
}

export interface GlobalShortcutOptions {
  readonly electron: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly onPress: (name: GlobalShortcutName) => void;
}

/**
 * A key that is held down repeats, with the delay and at the rate set in the desktop. A press
 * within this time after the previous one counts as the same press, otherwise Mute would toggle
 * repeatedly. In ms.
 */
export const HELD_MS = 700;

export function createGlobalShortcuts(options: GlobalShortcutOptions): GlobalShortcutRegistry {
  const { electron, clock, onPress } = options;
  let registered = new Map<string, GlobalShortcutName>();

  function register(keys: string): boolean {
    let last = -Infinity;
    return electron.register(keys, () => {
      // Through the portal of a Wayland desktop, Electron cannot unregister keys.
      const name = registered.get(keys);
      if (name === undefined) return;
      const now = clock.elapsed();
      const isHeld = now - last < HELD_MS;
      last = now;
      if (!isHeld) onPress(name);
    });
  }

  function dispose(): void {
    for (const keys of registered.keys()) electron.unregister(keys);
    registered = new Map();
  }

  return {
    apply: (wanted) => {
      dispose();
      const refused: GlobalShortcutName[] = [];
      for (const name of GLOBAL_SHORTCUTS) {
        const keys = wanted[name];
        if (keys === undefined) continue;
        if (!registered.has(keys) && register(keys)) registered.set(keys, name);
        else refused.push(name);
      }
      return refused;
    },
    dispose,
  };
}
