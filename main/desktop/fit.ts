export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** What title bar and borders take at most on the desktops we know, in density-independent pixels. */
const FRAME = { top: 32, side: 8, bottom: 8 };

/** Where the content of a window can be so that its frame is inside the work area as well. */
function contentArea({ x, y, width, height }: Rectangle): Rectangle {
  return {
    x: x + FRAME.side,
    y: y + FRAME.top,
    width: width - 2 * FRAME.side,
    height: height - FRAME.top - FRAME.bottom,
  };
}

/** The size of content that fits into a work area together with its frame. */
export function fitSize(content: Size, area: Rectangle): Size {
  const { width, height } = contentArea(area);
  return { width: Math.min(content.width, width), height: Math.min(content.height, height) };
}

/** Content that is not inside the work area, moved there and made smaller only where it must be. */
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

/** A rectangle moved into an area, without a frame; its start shows where the area is too small for it. */
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
