import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent as ReactFocusEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { createMoveFilter, type Place } from './pointer-moves';

/** Handlers for the element that contains rows, which detect whether the pointer or the focus is in it. */
export interface FreezeProps {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerDown: () => void;
  readonly onFocus: (event: ReactFocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: ReactFocusEvent<HTMLElement>) => void;
}

const OPENER = '[aria-haspopup="menu"][aria-expanded="true"]';

/** An element that the pointer is in, and where the pointer was seen in it first. */
interface PointedAt {
  readonly element: HTMLElement;
  readonly start: Place;
}

/** Whether the pointer or the focus is in an element, so that nothing in it may move. */
export function useFreeze(): { readonly isFrozen: boolean; readonly freezeProps: FreezeProps } {
  const [pointedAt, setPointedAt] = useState<PointedAt>();
  /** The element of `pointedAt`, also before it is rendered. */
  const entered = useRef<HTMLElement>(undefined);
  const [focusedIn, setFocusedIn] = useState<HTMLElement>();
  /** The agent has pressed something in it since the pointer moved. */
  const hasPressed = useRef(false);
  useEffect(
    () =>
      pointedAt === undefined
        ? undefined
        : onLeaving(pointedAt, hasPressed, () => {
            entered.current = undefined;
            setPointedAt(undefined);
          }),
    [pointedAt],
  );
  // React reports no blur of an element that it removes. What gets the focus instead is reported.
  useEffect(() => {
    if (focusedIn === undefined) return;
    const leaveWith = ({ target }: FocusEvent): void => {
      if (!(target instanceof Node && focusedIn.contains(target))) setFocusedIn(undefined);
    };
    document.addEventListener('focusin', leaveWith);
    return () => document.removeEventListener('focusin', leaveWith);
  }, [focusedIn]);
  const freezeProps = useMemo(
    (): FreezeProps => ({
      // Not on entering: the agent is not pointing at a list that appears under the resting pointer, and people
      // who join would stay hidden until the pointer moves away.
      onPointerMove: ({ currentTarget: element, clientX, clientY }) => {
        if (entered.current === element) return;
        entered.current = element;
        // Rendered at once, or a change that arrives before would still move the rows.
        flushSync(() => setPointedAt({ element, start: { clientX, clientY } }));
      },
      onPointerDown: () => {
        hasPressed.current = true;
      },
      // Not if the focus only remains after a press with the pointer, such as on a menu button.
      onFocus: ({ currentTarget, target }) =>
        setFocusedIn(target.matches(':focus-visible') ? currentTarget : undefined),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          setFocusedIn(undefined);
        }
      },
    }),
    [],
  );
  return { isFrozen: pointedAt !== undefined || focusedIn !== undefined, freezeProps };
}

/**
 * Calls back when the pointer has moved elsewhere, or the agent's own press has removed what was under it,
 * but not if only the element has moved.
 */
function onLeaving(
  { element, start }: PointedAt,
  hasPressed: RefObject<boolean>,
  leave: () => void,
): () => void {
  const hasMoved = createMoveFilter(start);
  const events = new AbortController();
  const isOutside = ({ target }: Event): boolean =>
    !(target instanceof Node && element.contains(target));
  document.addEventListener(
    'pointermove',
    (event) => {
      if (!hasMoved(event)) return;
      hasPressed.current = false;
      if (isOutside(event)) leave();
    },
    events,
  );
  document.addEventListener(
    'pointerover',
    (event) => {
      // A menu that the press has opened belongs to its row, which must stay until the menu is closed.
      if (element.querySelector(OPENER) !== null) return;
      if (hasPressed.current && isOutside(event)) leave();
    },
    events,
  );
  document.documentElement.addEventListener('pointerleave', leave, events);
  return () => events.abort();
}
