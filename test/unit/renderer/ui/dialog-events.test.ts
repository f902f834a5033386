import type { SyntheticEvent } from 'react';
import { describe, expect, it } from 'vitest';
import { dialogEvents } from '../../../../renderer/ui/dialog-events';

/** An event of a dialog, or of a dialog that was opened from within it. */
function event({ isInner = false, open = true } = {}) {
  const currentTarget = { open } as HTMLDialogElement;
  let isPrevented = false;
  const fields = {
    currentTarget,
    target: isInner ? ({} as EventTarget) : currentTarget,
    preventDefault: () => void (isPrevented = true),
  };
  return {
    event: fields as SyntheticEvent<HTMLDialogElement>,
    isPrevented: () => isPrevented,
  };
}

/** The handlers, and what they did. */
function setUp(hasCancel = true) {
  const done: string[] = [];
  const close = () => void done.push('close');
  const handlers = hasCancel
    ? dialogEvents(close, () => void done.push('cancel'))
    : dialogEvents(close);
  return { ...handlers, done };
}

describe('Escape in a dialog', () => {
  it('cancels, or closes if there is nothing to cancel, and React decides when it is gone', () => {
    const [{ onCancel, done }, plain] = [setUp(), setUp(false)];
    const escape = event();
    onCancel(escape.event);
    plain.onCancel(event().event);
    expect(done).toEqual(['cancel']);
    expect(plain.done).toEqual(['close']);
    expect(escape.isPrevented()).toBe(true);
  });

  it('closes it if the browser already did, at the second Escape in a row', () => {
    const { onClose, done } = setUp();
    onClose(event({ open: true }).event);
    expect(done).toEqual([]);
    onClose(event({ open: false }).event);
    expect(done).toEqual(['close']);
  });

  it('in a dialog within it leaves it open', () => {
    const { onCancel, onClose, done } = setUp();
    const escape = event({ isInner: true });
    onCancel(escape.event);
    onClose(event({ isInner: true, open: false }).event);
    expect(done).toEqual([]);
    expect(escape.isPrevented()).toBe(false);
  });
});
