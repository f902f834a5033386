import { readFileSync, writeFileSync } from 'node:fs';
import { screen, type BrowserWindow } from 'electron';
import type { Rectangle } from './fit';
import { findPlace, keepPlace, parsePlaces, type PlaceName } from './window-places';

/** Keeps where our windows were, for each arrangement of displays. */
export interface PlaceKeeper {
  /** Where it was, if it was anywhere while the displays were arranged as they are. */
  find(name: PlaceName): Rectangle | undefined;
  /** Keeps where it is from now on. `asked` is where it was put. */
  follow(name: PlaceName, window: BrowserWindow, asked: Rectangle | undefined): void;
}

/** A window that is being dragged moves many times, in ms. */
const SETTLED_MS = 500;
/** A window manager that puts a frame around a window moves its content by no more than this. */
const MAX_FRAME = 64;

/** Keeps them in a file. Where that cannot be read or written, they last as long as the app. */
export function createPlaceKeeper(file: string): PlaceKeeper {
  let places = parsePlaces(read(file));

  function keep(name: PlaceName, place: Rectangle): void {
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
      let frame = { x: 0, y: 0 };
      let isFirst = true;

      function settle(): void {
        if (window.isMinimized() || window.isMaximized() || window.isFullScreen()) return;
        const { x, y, width, height } = window.getContentBounds();
        const moved = asked && { x: x - asked.x, y: y - asked.y };
        if (isFirst && moved && Math.max(Math.abs(moved.x), Math.abs(moved.y)) <= MAX_FRAME) {
          // Otherwise the window would sink by the height of its title at every start.
          frame = moved;
        }
        isFirst = false;
        keep(name, { x: x - frame.x, y: y - frame.y, width, height });
      }

      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(settle, SETTLED_MS);
      };
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
