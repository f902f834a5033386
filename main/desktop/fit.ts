export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** The most that title bar and borders take on common desktops, in density-independent pixels. */
const FRAME = { top: 32, side: 8, bottom: 8 };

/** The area in which a window's content can be so that its frame is inside the work area too. */
function contentArea({ x, y, width, height }: Rectangle): Rectangle {
  return {
    x: x + FRAME.side,
    y: y + FRAME.top,
    width: width - 2 * FRAME.side,
    height: height - FRAME.top - FRAME.bottom,
  };
}

/** Reduces a content size so that it fits into a work area together with its frame. */
export function fitSize(content: Size, area: Rectangle): Size {
  const { width, height } = contentArea(area);
  return { width: Math.min(content.width, width), height: Math.min(content.height, height) };
}

/** Moves content into the work area, and shrinks it only if necessary. */
export function fitContent(content: Rectangle, area: Rectangle): Rectangle {
  if (contains(area, content)) return content;
  const space = contentArea(area);
  const { width, height } = fitSize(content, area);
  return {
    x: Math.min(Math.max(content.x, space.x), space.x + space.width - width),
    y: Math.min(Math.max(content.y, space.y), space.y + space.height - height),
    width,
    height,
  };
}

/**
 * Moves a rectangle without a frame into an area. If the area is too small, the top left corner is
 * inside.
 */
export function moveInto(rectangle: Rectangle, area: Rectangle): Rectangle {
  const { width, height } = rectangle;
  return {
    x: Math.max(area.x, Math.min(rectangle.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(rectangle.y, area.y + area.height - height)),
    width,
    height,
  };
}

function contains(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  return (
    x >= area.x &&
    y >= area.y &&
    x + width <= area.x + area.width &&
    y + height <= area.y + area.height
  );
}
