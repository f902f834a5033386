import type { Rectangle, Size } from './fit';

/** The bounds that a window was given; only the size if the desktop chose the position. */
export type RequestedPlace = Size & Partial<Rectangle>;

/** The most that title, borders and shadow take, in density-independent pixels. */
const MAX_FRAME = 96;
const NO_FRAME: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/**
 * The difference between the requested and actual bounds of a new window's content. A window
 * manager on X11 moves the content down by the title bar, and on Wayland Chromium draws the frame
 * inside the requested size. None if the difference is too large for a frame, because then the
 * window was moved.
 */
export function measureFrame(requested: RequestedPlace, content: Rectangle): Rectangle {
  const frame = {
    x: content.x - (requested.x ?? content.x),
    y: content.y - (requested.y ?? content.y),
    width: content.width - requested.width,
    height: content.height - requested.height,
  };
  return Object.values(frame).every((length) => Math.abs(length) <= MAX_FRAME) ? frame : NO_FRAME;
}

/**
 * The bounds to request so that the content ends up as wanted. Without this correction, a window
 * would move down and shrink at every start.
 */
export function withoutFrame(content: Rectangle, frame: Rectangle): Rectangle {
  return {
    x: content.x - frame.x,
    y: content.y - frame.y,
    width: content.width - frame.width,
    height: content.height - frame.height,
  };
}
