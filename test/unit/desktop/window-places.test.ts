import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace, keepPlace, parsePlaces } from '../../../main/desktop/window-places';

function display(x: number, y: number, width: number, height: number) {
  return {
    bounds: { x, y, width, height },
    workArea: { x, y: y + 30, width, height: height - 30 },
  };
}

const LAPTOP = display(0, 0, 1440, 900);
const DESK = display(1440, 0, 2560, 1440);
const PLACE = { x: 2000, y: 200, width: 380, height: 640 };

describe('the place of a window', () => {
  it('is kept for each arrangement of displays, regardless of their order', () => {
    const places = keepPlace({}, [LAPTOP, DESK], 'window', PLACE);
    expect(findPlace(places, [DESK, LAPTOP], 'window')).toEqual(PLACE);
    expect(findPlace(places, [LAPTOP], 'window')).toBeUndefined();
    expect(findPlace(places, [LAPTOP, DESK], 'callBar')).toBeUndefined();
  });

  it('survives serialization', () => {
    const kept = keepPlace({}, [LAPTOP], 'window', { x: 10, y: 40, width: 380, height: 640 });
    const places = keepPlace(kept, [LAPTOP], 'callBar', { x: 5, y: 35, width: 320, height: 56 });
    expect(parsePlaces(JSON.stringify(places))).toEqual(places);
  });

  it('includes whether it was maximized, and its place when restored', () => {
    const place = { x: 10, y: 40, width: 380, height: 640, isMaximized: true } as const;
    const places = parsePlaces(JSON.stringify(keepPlace({}, [LAPTOP], 'window', place)));
    expect(findPlace(places, [LAPTOP], 'window')).toEqual(place);
    const wrong = JSON.stringify(places).replace('true', '"yes"');
    expect(findPlace(parsePlaces(wrong), [LAPTOP], 'window')).toBeUndefined();
  });

  it.each(['', 'no JSON', 'null', '[]', '{"a":{"window":{"x":1}}}', '{"a":{"window":5}}'])(
    'is unknown if %j was stored',
    (text) => {
      expect(findPlace(parsePlaces(text), [LAPTOP], 'window')).toBeUndefined();
    },
  );

  it('is always on a display', () => {
    const number = fc.integer({ min: -9000, max: 9000 });
    const size = fc.integer({ min: 100, max: 800 });
    const rectangle = fc.record({ x: number, y: number, width: size, height: size });
    fc.assert(
      fc.property(rectangle, (kept) => {
        const displays = [LAPTOP, DESK];
        const { x, y, width, height } = findPlace(
          keepPlace({}, displays, 'window', kept),
          displays,
          'window',
        )!;
        expect(
          displays.some(
            ({ workArea }) =>
              x >= workArea.x &&
              y >= workArea.y &&
              x + width <= workArea.x + workArea.width &&
              y + height <= workArea.y + workArea.height,
          ),
        ).toBe(true);
      }),
    );
  });

  it('is removed for arrangements that have not been used for a long time', () => {
    let places = keepPlace({}, [LAPTOP], 'window', PLACE);
    for (let width = 1; width <= 30; width += 1) {
      places = keepPlace(places, [display(0, 0, 1000 + width, 900)], 'window', PLACE);
    }
    expect(Object.keys(places)).toHaveLength(20);
    expect(findPlace(places, [LAPTOP], 'window')).toBeUndefined();
  });
});
