import type { Rectangle, Size } from './fit';

/** Where a window was put; only its size where the desktop chose the place. */
export type AskedPlace = Size & Partial<Rectangle>;

/** A title, borders and a shadow take no more than this, in density-independent pixels. */
const MAX_FRAME = 96;
const NO_FRAME: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/**
 * How far a new window's content is from where it was put. A window manager on X11 moves it down by the title, and on
 * Wayland Chromium draws the frame inside the size that was asked for. None where it is too much for a frame: then
 * somebody has moved the window.
 */
export function measureFrame(asked: AskedPlace, content: Rectangle): Rectangle {
  const frame = {
    x: content.x - (asked.x ?? content.x),
    y: content.y - (asked.y ?? content.y),
    width: content.width - asked.width,
    height: content.height - asked.height,
  };
  return Object.values(frame).every((length) => Math.abs(length) <= MAX_FRAME) ? frame : NO_FRAME;
}

/** What to ask for to have the content there: otherwise a window would sink and shrink at every start. */
export function withoutFrame(content: Rectangle, frame: Rectangle): Rectangle {
  return {
    x: content.x - frame.x,
    y: content.y - frame.y,
    width: content.width - frame.width,
    height: content.height - frame.height,
  };
}
