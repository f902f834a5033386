import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { countFrom, formatElapsed } from './clock';
import styles from './Timer.module.css';

interface TimerProps {
  /** The name of what it measures. */
  readonly name: string;
  /** When it began, in ms since the epoch. */
  readonly from: number;
  /** When it ended; undefined while it runs. */
  readonly to: number | undefined;
}

/**
 * A timer. It ticks only while it is running and visible, and updates the page directly each
 * second, without rendering.
 */
export function Timer({ name, from, to }: TimerProps): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const counter = useMemo(() => countFrom(from, to), [from, to]);
  const [initial] = useState(() => formatElapsed(counter.read()));
  useLayoutEffect(() => {
    const write = (): void => {
      if (element.current !== null) writeText(element.current, formatElapsed(counter.read()));
    };
    write();
    return counter.subscribe(write);
  }, [counter]);
  return (
    <span role="timer" aria-label={name} className={styles.timer}>
      <span ref={element} data-length={initial.length} className={styles.digits}>
        {initial}
      </span>
    </span>
  );
}

/**
 * Changes the text node instead of replacing it, and sets attributes used by styles only if they
 * differ.
 */
function writeText(element: HTMLElement, text: string): void {
  const node = element.firstChild;
  if (node !== null) node.nodeValue = text;
  const length = String(text.length);
  if (element.dataset.length !== length) element.dataset.length = length;
}
