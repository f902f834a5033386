import { useLayoutEffect, type RefObject } from 'react';
import { createMoveFilter } from './pointer-moves';

/** What keeps its place on the screen: a control, or else the row or section that the pointer is in. */
const ANCHORS = 'button, input, select, textarea, summary, li, section';

/**
 * Keeps what is under the pointer in a scrolled part, or else what has the focus in it, where it is on
 * the screen while things above it come and go. Where scrolling alone can't, room is added at the start
 * or the end of the content, and taken away again once the pointer and the focus have left.
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
  /** The part was scrolled, and what is under the pointer now has not been looked up since. */
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

  /** Takes what the pointer is on now as the anchor, below what lies over it. */
  function point(): void {
    hasScrolled = false;
    const all = Number.isNaN(x) ? [] : document.elementsFromPoint(x, y);
    pointedAt = all.find((element) => part.contains(element)) ?? null;
    mark();
  }

  /** Remembers where the anchor is now. */
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

  /** The anchor is scrolled with the rest, unless the browser did it since there is less to scroll. */
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

  /** Brings the anchor back to where it was. */
  function restore(): void {
    if (anchor === null) return;
    // A pointer's event can come before that of the scrolling, which must not be taken back.
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
      setRoom(room.start, room.end + wanted - limit);
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
  // What is under the pointer is looked up by the browser before anything was brought back.
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
      // A list in it that scrolls by itself.
      anchor = null;
      point();
    }
  });

  // Called after layout and before the next frame is painted.
  const sizes = new ResizeObserver(restore);
  sizes.observe(part);
  sizes.observe(content);
  // A row that comes where another goes changes no size, but moves what is between them.
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
