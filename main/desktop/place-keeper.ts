import { readFileSync, writeFileSync } from 'node:fs';
import { screen, type BrowserWindow } from 'electron';
import type { Rectangle } from './fit';
import { measureFrame, withoutFrame, type AskedPlace } from './window-frame';
import { findPlace, keepPlace, parsePlaces, type Place, type PlaceName } from './window-places';

/** Keeps where our windows were, for each arrangement of displays. */
export interface PlaceKeeper {
  /** Where it was, if it was anywhere while the displays were arranged as they are. */
  find(name: PlaceName): Place | undefined;
  /** Keeps where it is from now on. */
  follow(name: PlaceName, window: BrowserWindow, asked: AskedPlace): void;
}

/** A window that is being dragged moves many times, in ms. */
const SETTLED_MS = 500;
/** A new window has its frame after this time; a later move is the agent's, in ms. */
const FRAMED_MS = 2_000;

/** Keeps them in a file. Where that cannot be read or written, they last as long as the app. */
export function createPlaceKeeper(file: string): PlaceKeeper {
  let places = parsePlaces(read(file));

  function keep(name: PlaceName, place: Place): void {
    places = keepPlace(places, screen.getAllDisplays(), name, place);
    try {
      writeFileSync(file, JSON.stringify(places));
    } catch {
      // A full disk is reported by what matters more.
    }
  }

  return {
    find: (name) => findPlace(places, screen.getAllDisplays(), name),
    follow: (name, window, asked) => {
      let timer: NodeJS.Timeout | undefined;
      let frame: Rectangle | undefined;
      let latest: Rectangle | undefined;

      function readContent(): Rectangle {
        const content = window.getContentBounds();
        frame ??= measureFrame(asked, content);
        return withoutFrame(content, frame);
      }

      function settle(): void {
        if (window.isMinimized() || window.isFullScreen()) return;
        if (window.isMaximized()) {
          // Where it was before is where it goes afterwards.
          const before = latest ?? { ...window.getNormalBounds(), ...asked };
          keep(name, { ...before, isMaximized: true });
          return;
        }
        latest = readContent();
        keep(name, latest);
      }

      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(settle, SETTLED_MS);
      };
      window.once('show', () => {
        setTimeout(() => {
          if (!window.isDestroyed() && !window.isMaximized() && !window.isMinimized())
            readContent();
        }, FRAMED_MS).unref();
      });
      window.on('maximize', wait);
      window.on('unmaximize', wait);
      window.on('move', wait);
      window.on('resize', wait);
      window.once('closed', () => clearTimeout(timer));
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
