import { useId, type ReactNode } from 'react';
import type { AgentAction } from '../../state/agent-action';
import { shortcutFor } from '../../state/shortcuts';
import styles from './Palette.module.css';

interface PaletteOptionProps {
  readonly id: string;
  readonly action: AgentAction;
  readonly isPointedAt: boolean;
  readonly onChoose: () => void;
}

/** One line of the palette: what it does, to whom, by which keys, or why it cannot be done. */
export function PaletteOption(props: PaletteOptionProps): ReactNode {
  const { id, action, isPointedAt, onChoose } = props;
  const { label, detail, reason, shortcut } = action;
  const labelId = useId();
  const moreId = useId();
  return (
    <li
      id={id}
      ref={isPointedAt ? scrollIntoSight : undefined}
      role="option"
      aria-labelledby={labelId}
      aria-describedby={moreId}
      aria-selected={isPointedAt}
      aria-disabled={reason !== undefined || undefined}
      className={styles.option}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <span id={moreId} className={styles.more}>
        <span className={styles.detail}>{reason ?? detail}</span>
        {shortcut !== undefined && <kbd className={styles.keys}>{shortcutFor(shortcut).text}</kbd>}
      </span>
    </li>
  );
}

function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
