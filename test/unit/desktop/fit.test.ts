import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitContent, fitSize, moveInto } from '../../../main/desktop/fit';

const SIZE = { width: 380, height: 640 };

describe('the size of a window', () => {
  it('is kept if there is room', () => {
    expect(fitSize(SIZE, { x: 0, y: 0, width: 1280, height: 1024 })).toEqual(SIZE);
  });

  it('leaves room for the frame on a small display', () => {
    expect(fitSize(SIZE, { x: 0, y: 0, width: 1024, height: 600 })).toEqual({
      width: 380,
      height: 560,
    });
  });
});

describe('the content of a window', () => {
  const area = { x: 0, y: 30, width: 1024, height: 570 };

  it.each([
    ['stays where it fits', { x: 0, y: 50, width: 380, height: 550 }, {}],
    ['becomes smaller', { x: 9, y: 62, width: 380, height: 640 }, { height: 530 }],
    ['comes from below a panel', { x: 9, y: 0, width: 380, height: 500 }, { y: 62 }],
    [
      'comes back from a display that is gone',
      { x: 1500, y: 70, width: 380, height: 500 },
      { x: 636 },
    ],
  ])('%s', (_what, content, changed) => {
    expect(fitContent(content, area)).toEqual({ ...content, ...changed });
  });

  it('is always inside the area', () => {
    const place = fc.integer({ min: -5000, max: 5000 });
    const length = fc.integer({ min: 100, max: 5000 });
    const rectangle = fc.record({ x: place, y: place, width: length, height: length });
    fc.assert(
      fc.property(rectangle, rectangle, (content, space) => {
        const { x, y, width, height } = fitContent(content, space);
        expect(x).toBeGreaterThanOrEqual(space.x);
        expect(y).toBeGreaterThanOrEqual(space.y);
        expect(x + width).toBeLessThanOrEqual(space.x + space.width);
        expect(y + height).toBeLessThanOrEqual(space.y + space.height);
      }),
    );
  });
});

describe('a window without a frame', () => {
  const area = { x: 100, y: 30, width: 1024, height: 570 };

  it.each([
    ['stays where it is inside', { x: 100, y: 544 }, {}],
    ['comes back from the right and from below', { x: 5000, y: 5000 }, { x: 804, y: 544 }],
    ['comes back from the left and from above', { x: -500, y: -500 }, { x: 100, y: 30 }],
  ])('%s', (_what, place, moved) => {
    const bar = { ...place, width: 320, height: 56 };
    expect(moveInto(bar, area)).toEqual({ ...bar, ...moved });
  });
});
