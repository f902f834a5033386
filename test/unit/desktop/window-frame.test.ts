import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../../main/desktop/fit';
import {
  measureFrame,
  withoutFrame,
  type RequestedPlace,
} from '../../../main/desktop/window-frame';

const PLACE = { x: 300, y: 200, width: 500, height: 600 };

/** The content bounds of a window placed there. */
const DESKTOPS: Readonly<Record<string, (asked: RequestedPlace) => Rectangle>> = {
  'without frames': ({ x = 10, y = 10, width, height }) => ({ x, y, width, height }),
  'that moves a window by its frame': ({ x = 10, y = 10, width, height }) => ({
    x: x + 4,
    y: y + 28,
    width,
    height,
  }),
  'where the frame is inside the window': ({ x = 10, y = 10, width, height }) => ({
    x: x + 22,
    y: y + 55,
    width: width - 44,
    height: height - 80,
  }),
};

describe.each(Object.entries(DESKTOPS))('on a desktop %s', (_name, open) => {
  it('a window reopens in the same place at every start', () => {
    let asked: RequestedPlace = PLACE;
    const first = open(asked);
    for (let start = 0; start < 5; start += 1) {
      const content = open(asked);
      expect(content).toEqual(first);
      asked = withoutFrame(content, measureFrame(asked, content));
    }
  });

  it('a window placed by the desktop keeps its size', () => {
    const size = { width: 380, height: 560 };
    const first = open(size);
    const asked = withoutFrame(first, measureFrame(size, first));
    expect(open(asked)).toMatchObject({ width: first.width, height: first.height });
  });
});

it('a large offset means that the window was moved, and is not taken for a frame', () => {
  const moved = { ...PLACE, x: PLACE.x + 400 };
  expect(withoutFrame(moved, measureFrame(PLACE, moved))).toEqual(moved);
});
