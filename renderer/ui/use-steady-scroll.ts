import { useLayoutEffect, type RefObject } from 'react';
import { createMoveFilter } from './pointer-moves';

/**
 * The element that keeps its place on the screen: a control, or else the row or section that the pointer is
 * in.
 */
const ANCHORS = 'button, input, select, textarea, summary, li, section';

/**
 * Keeps the element under the pointer in a scrolling part, or else the focused element in it, at its place on
 * the screen while content above it appears and disappears. If scrolling is not enough, space is added at the
 * start or the end of the content, and removed again once the pointer and the focus have left.
 */
export function useSteadyScroll(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const part = scroller.current;
    const content = part?.firstElementChild;
    return part && content instanceof HTMLElement ? keepSteady(part, content) : undefined;
  }, [scroller]);
}

function keepSteady(part: HTMLElement, content: HTMLElement): () => void {
  const hasMoved = createMoveFilter();
  let x = NaN;
  let y = NaN;
  let pointedAt: Element | null = null;
  let anchor: Element | null = null;
  let top = 0;
  let seen = { scrollTop: 0, scrollHeight: 0, clientHeight: 0 };
  /** The part was scrolled, and the element under the pointer has not been determined since. */
  let hasScrolled = false;
  const room = { start: 0, end: 0 };

  function setRoom(start: number, end: number): void {
    if (start !== room.start || end !== room.end) {
      Object.assign(room, { start, end });
      content.style.marginBlock = `${String(start)}px ${String(end)}px`;
    }
  }

  function giveRoomBack(): void {
    const { start } = room;
    setRoom(0, 0);
    part.scrollTop -= start;
  }

  /** Makes the element under the pointer the anchor, ignoring overlays. */
  function point(): void {
    hasScrolled = false;
    const all = Number.isNaN(x) ? [] : document.elementsFromPoint(x, y);
    pointedAt = all.find((element) => part.contains(element)) ?? null;
    mark();
  }

  /** Records the anchor's current place. */
  function mark(): void {
    const focused = document.activeElement;
    const target = pointedAt ?? (focused !== null && part.contains(focused) ? focused : null);
    const next = target?.closest(ANCHORS) ?? null;
    if (next === null || !part.contains(next)) {
      anchor = null;
      giveRoomBack();
    } else if (next !== anchor) {
      anchor = next;
      top = anchor.getBoundingClientRect().top;
      seen = measure();
    }
  }

  function measure(): typeof seen {
    const { scrollTop, scrollHeight, clientHeight } = part;
    return { scrollTop, scrollHeight, clientHeight };
  }

  /** The anchor scrolls with the content, unless the browser scrolled because the content got shorter. */
  function scroll(): void {
    const now = measure();
    const isSameSize =
      now.scrollHeight === seen.scrollHeight && now.clientHeight === seen.clientHeight;
    if (!isSameSize || now.scrollTop === seen.scrollTop) return;
    top -= now.scrollTop - seen.scrollTop;
    seen = now;
    hasScrolled = true;
  }

  function follow(): void {
    restore();
    if (hasScrolled) point();
  }

  /** Moves the anchor back to its place. */
  function restore(): void {
    if (anchor === null) return;
    // A pointer event can arrive before the scroll event, and the scrolling must not be undone.
    scroll();
    if (!anchor.isConnected) {
      point();
      return;
    }
    const moved = Math.round(anchor.getBoundingClientRect().top - top);
    if (moved === 0) {
      seen = measure();
      return;
    }
    const wanted = part.scrollTop + moved;
    const limit = part.scrollHeight - part.clientHeight;
    if (wanted < 0) {
      setRoom(room.start - wanted, room.end);
    } else if (wanted > limit) {
      // One more, because the browser rounds heights.
      setRoom(room.start, room.end + wanted - limit + 1);
    }
    part.scrollTop = Math.max(0, wanted);
    seen = measure();
  }

  const events = new AbortController();
  const on = <Name extends keyof DocumentEventMap>(
    target: EventTarget,
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
  ): void =>
    target.addEventListener(name, listener as EventListener, {
      capture: true,
      passive: true,
      signal: events.signal,
    });
  // The browser determines the element under the pointer before the anchor was moved back.
  on(document, 'pointerover', restore);
  on(document, 'pointermove', (event) => {
    if (!hasMoved(event)) return;
    ({ clientX: x, clientY: y } = event);
    restore();
    point();
  });
  on(document.documentElement, 'pointerleave', ({ target }) => {
    if (target !== document.documentElement) return;
    x = y = NaN;
    point();
  });
  on(part, 'focusin', mark);
  on(part, 'focusout', mark);
  on(part, 'scroll', ({ target }) => {
    if (target === part) {
      follow();
    } else {
      // A list in it that scrolls separately.
      anchor = null;
      point();
    }
  });

  // Called after layout and before the next frame is painted.
  const sizes = new ResizeObserver(restore);
  sizes.observe(part);
  sizes.observe(content);
  // If one row appears and another disappears, the size stays the same, but everything between them moves.
  let frame = 0;
  const rows = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(restore);
  });
  rows.observe(content, { childList: true, subtree: true });
  return () => {
    events.abort();
    sizes.disconnect();
    rows.disconnect();
    cancelAnimationFrame(frame);
  };
}
