import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../../main/app/display';

/** No X server has this number here: displays are counted from 0. */
const UNUSED = ':59999';

describe('a display', () => {
  it.each([{}, { DISPLAY: '' }, { DISPLAY: UNUSED }, { DISPLAY: `unix${UNUSED}.0` }])(
    'is not there with %j',
    (environment) => {
      expect(hasDisplay(environment, 'linux')).toBe(false);
    },
  );

  it.each([{ WAYLAND_DISPLAY: 'wayland-0' }, { DISPLAY: 'other.example:10.0' }])(
    'may be there with %j',
    (environment) => {
      expect(hasDisplay(environment, 'linux')).toBe(true);
    },
  );

  it('needs no variable on other systems', () => {
    expect(hasDisplay({}, 'darwin')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});
