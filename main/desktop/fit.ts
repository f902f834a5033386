export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a title bar and borders take at most on the desktops we know, in density-independent pixels. */
const FRAME: Size = { width: 16, height: 40 };

/** The size of content that fits into a work area together with its frame. */
export function fitContent(content: Size, area: Size): Size {
  return {
    width: Math.min(content.width, area.width - FRAME.width),
    height: Math.min(content.height, area.height - FRAME.height),
  };
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** The rectangle moved into the area, and made smaller only where it must be. */
export function fitInto(rectangle: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(rectangle.width, area.width);
  const height = Math.min(rectangle.height, area.height);
  return {
    x: Math.min(Math.max(rectangle.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(rectangle.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}
