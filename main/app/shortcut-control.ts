import { dequal } from 'dequal';
import type { GlobalShortcut } from 'electron';
import type { GlobalShortcutChange } from '../../contract/global-shortcuts';
import { succeed, type Result } from '../../contract/result';
import type { GlobalShortcuts } from '../../contract/shortcut-keys';
import { createGlobalShortcuts } from '../desktop/global-shortcuts';
import type { RunPreferences } from '../settings/run-preferences';
import type { Clock } from '../time/clock';
import type { RemoteControl } from './remote-control';

/** The global shortcuts that the agent has set. */
export interface ShortcutControl {
  read(): GlobalShortcuts;
  /** Saves one and registers it. Errors: `not-saved`. */
  change(change: GlobalShortcutChange): Promise<Result<GlobalShortcuts>>;
  dispose(): void;
}

export interface ShortcutControlParts {
  readonly electron: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly clock: Pick<Clock, 'elapsed' | 'now'>;
  readonly preferences: Pick<RunPreferences, 'current' | 'update' | 'onSwitched'>;
  readonly isWayland: boolean;
  readonly perform: RemoteControl;
  /** A shortcut has no visible answer, so the window shows why nothing was done. */
  readonly showWindow: () => void;
  readonly onError: (error: unknown) => void;
}

export function createShortcutControl(parts: ShortcutControlParts): ShortcutControl {
  const { preferences, isWayland, perform, showWindow, onError, clock } = parts;
  const shortcuts = createGlobalShortcuts({
    electron: parts.electron,
    clock,
    onPress: (name) => {
      perform({ kind: name === 'mute' ? 'toggle-mute' : name }, clock.now())
        .then((reason) => {
          if (reason !== undefined) showWindow();
        })
        .catch(onError);
    },
  });
  const keys = () => preferences.current.globalShortcuts ?? {};
  let applied = keys();
  let refused = shortcuts.apply(applied);
  const apply = (): void => {
    applied = keys();
    refused = shortcuts.apply(applied);
  };
  const endSubscription = preferences.onSwitched(() => {
    // On Wayland, the desktop may ask the agent about keys that are registered again.
    if (!dequal(keys(), applied)) apply();
  });
  const read = (): GlobalShortcuts => ({ keys: keys(), refused, isWayland });

  return {
    read,
    change: async ({ name, keys: chosen }) => {
      const saved = await preferences.update(({ globalShortcuts = {} }) => {
        const others = Object.entries(globalShortcuts).filter(([other]) => other !== name);
        return {
          globalShortcuts: {
            ...Object.fromEntries(others),
            ...(chosen !== undefined && { [name]: chosen }),
          },
        };
      });
      if (!saved.ok) return saved;
      apply();
      return succeed(read());
    },
    dispose: () => {
      endSubscription();
      shortcuts.dispose();
    },
  };
}

/**
 * Whether the desktop runs on Wayland, where an application does not see keys meant for others.
 */
export function isOnWayland(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  const { XDG_SESSION_TYPE, WAYLAND_DISPLAY = '' } = environment;
  return platform === 'linux' && (XDG_SESSION_TYPE === 'wayland' || WAYLAND_DISPLAY !== '');
}
