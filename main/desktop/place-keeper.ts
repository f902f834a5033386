import { readFileSync } from 'node:fs';
import type { BrowserWindow, Screen } from 'electron';
import type { Clock } from '../time/clock';
import type { Rectangle } from './fit';
import { measureFrame, withoutFrame, type RequestedPlace } from './window-frame';
import {
  findPlace,
  keepPlace,
  parsePlaces,
  type Place,
  type PlaceName,
  type WindowPlaces,
} from './window-places';

/** Remembers the places of the windows, for each arrangement of displays. */
export interface PlaceKeeper {
  /** The place of this window in the current arrangement of displays, if there is one. */
  find(name: PlaceName): Place | undefined;
  /** Records the window's place from now on. */
  follow(name: PlaceName, window: BrowserWindow, requested: RequestedPlace): void;
  /** Records in the file, or in a copy in memory of what the file has, which a demo uses. */
  switchTo(source: 'file' | 'memory'): void;
}

/**
 * Places are saved this long after the last move, because dragging a window sends many events. In
 * ms.
 */
const SETTLED_MS = 500;
/** A new window has its frame after this time, in ms. Later moves are the agent's. */
const FRAMED_MS = 2_000;

/** Writes the file completely or not at all. */
export type WritePlaces = (file: string, text: string) => Promise<void>;

/**
 * Keeps them in a file. If that cannot be read or written, they are kept only while the app runs.
 */
export function createPlaceKeeper(
  file: string,
  screen: Pick<Screen, 'getAllDisplays'>,
  clock: Pick<Clock, 'after' | 'watch'>,
  write: WritePlaces,
): PlaceKeeper {
  let stored = parsePlaces(read(file));
  let inMemory: WindowPlaces | undefined;

  function keep(name: PlaceName, place: Place): void {
    const displays = screen.getAllDisplays();
    if (inMemory !== undefined) {
      inMemory = keepPlace(inMemory, displays, name, place);
      return;
    }
    stored = keepPlace(stored, displays, name, place);
    // More important files report a full disk.
    write(file, JSON.stringify(stored)).catch(() => undefined);
  }

  return {
    find: (name) => findPlace(inMemory ?? stored, screen.getAllDisplays(), name),
    switchTo: (source) => {
      inMemory = source === 'memory' ? (inMemory ?? stored) : undefined;
    },
    follow: (name, window, requested) => {
      let cancel = (): void => undefined;
      let frame: Rectangle | undefined;
      let latest: Rectangle | undefined;

      function readContent(): Rectangle {
        const content = window.getContentBounds();
        frame ??= measureFrame(requested, content);
        return withoutFrame(content, frame);
      }

      function settle(): void {
        if (window.isMinimized() || window.isFullScreen()) return;
        if (window.isMaximized()) {
          // The place before maximizing is the place to restore.
          const before = latest ?? { ...window.getNormalBounds(), ...requested };
          keep(name, { ...before, isMaximized: true });
          return;
        }
        latest = readContent();
        keep(name, latest);
      }

      const wait = (): void => {
        cancel();
        cancel = clock.after(SETTLED_MS, settle);
      };
      window.once('show', () => {
        clock.watch(FRAMED_MS, () => {
          if (!window.isDestroyed() && !window.isMaximized() && !window.isMinimized())
            readContent();
        });
      });
      window.on('maximize', wait);
      window.on('unmaximize', wait);
      window.on('move', wait);
      window.on('resize', wait);
      window.once('closed', () => cancel());
    },
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
