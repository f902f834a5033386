import { describe, expect, it } from 'vitest';
import { nextZoom } from '../../../main/desktop/zoom';

function press(key: string, fields: { control?: boolean; alt?: boolean } = {}) {
  return { type: 'keyDown', key, control: true, meta: false, alt: false, ...fields } as const;
}

describe('the zoom', () => {
  it('is increased, decreased and reset', () => {
    expect(nextZoom(press('+'), 100)).toBe(110);
    expect(nextZoom(press('='), 110)).toBe(125);
    expect(nextZoom(press('-'), 100)).toBe(90);
    expect(nextZoom(press('0'), 175)).toBe(100);
  });

  it('stays between 80 and 200 percent', () => {
    expect(nextZoom(press('+'), 200)).toBe(200);
    expect(nextZoom(press('-'), 80)).toBe(80);
  });

  it('ignores other keys, and the same keys without Ctrl or with Alt', () => {
    expect(nextZoom(press('k'), 100)).toBeUndefined();
    expect(nextZoom(press('+', { control: false }), 100)).toBeUndefined();
    expect(nextZoom(press('0', { alt: true }), 100)).toBeUndefined();
  });
});
