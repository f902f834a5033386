import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { countFrom, formatElapsed, type TimedCall } from './clock';
import styles from './Timer.module.css';

/**
 * How long a call has lasted. Ticks only while it is running and can be seen, and writes each second
 * straight into the page: nothing is rendered for it.
 */
export function Timer({ call }: { readonly call: TimedCall }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const counter = useMemo(() => countFrom(call), [call]);
  const [initial] = useState(() => formatElapsed(counter.read()));
  useLayoutEffect(() => {
    const write = (): void => {
      if (element.current !== null) element.current.textContent = formatElapsed(counter.read());
    };
    write();
    return counter.subscribe(write);
  }, [counter]);
  return (
    <span ref={element} role="timer" className={styles.timer}>
      {initial}
    </span>
  );
}
