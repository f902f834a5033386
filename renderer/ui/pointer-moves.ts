/** A position in the window, in CSS pixels. */
export type Place = Pick<MouseEvent, 'clientX' | 'clientY'>;

/**
 * Detects which pointer events mean that the pointer has moved. The browser also sends events for a
 * resting pointer when the element under it changes.
 */
export function createMoveFilter(start?: Place): (event: Place) => boolean {
  let { clientX, clientY } = start ?? { clientX: NaN, clientY: NaN };
  return (event) => {
    const hasMoved = event.clientX !== clientX || event.clientY !== clientY;
    ({ clientX, clientY } = event);
    return hasMoved;
  };
}
