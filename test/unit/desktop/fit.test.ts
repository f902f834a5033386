import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitContent, fitInto } from '../../../main/desktop/fit';

describe('the content of a window', () => {
  it('keeps its size where there is room', () => {
    expect(fitContent({ width: 380, height: 640 }, { width: 1280, height: 1024 })).toEqual({
      width: 380,
      height: 640,
    });
  });

  it('leaves room for the frame on a small display', () => {
    expect(fitContent({ width: 380, height: 640 }, { width: 1024, height: 600 })).toEqual({
      width: 380,
      height: 560,
    });
  });
});

describe('a window', () => {
  const area = { x: 0, y: 30, width: 1024, height: 570 };

  it.each([
    ['stays where it fits', { x: 9, y: 40, width: 380, height: 500 }, {}],
    ['becomes smaller', { x: 9, y: 40, width: 380, height: 667 }, { y: 30, height: 570 }],
    ['comes from below a panel', { x: 9, y: 0, width: 380, height: 500 }, { y: 30 }],
    [
      'comes back from a display that is gone',
      { x: 1500, y: 40, width: 380, height: 500 },
      { x: 644 },
    ],
  ])('%s', (_what, bounds, changed) => {
    expect(fitInto(bounds, area)).toEqual({ ...bounds, ...changed });
  });

  it('is inside the area, whatever the two are', () => {
    const place = fc.integer({ min: -5000, max: 5000 });
    const length = fc.integer({ min: 1, max: 5000 });
    const rectangle = fc.record({ x: place, y: place, width: length, height: length });
    fc.assert(
      fc.property(rectangle, rectangle, (bounds, space) => {
        const { x, y, width, height } = fitInto(bounds, space);
        expect(x).toBeGreaterThanOrEqual(space.x);
        expect(y).toBeGreaterThanOrEqual(space.y);
        expect(x + width).toBeLessThanOrEqual(space.x + space.width);
        expect(y + height).toBeLessThanOrEqual(space.y + space.height);
      }),
    );
  });
});
