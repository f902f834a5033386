import { useId, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { WindowAction } from '../../actions/window-action';
import { shortcutFor } from '../../actions/shortcuts';
import { Label } from '../../ui/Name';
import { WithNumbers } from '../../ui/Numbers';
import styles from './Palette.module.css';

interface PaletteOptionProps {
  readonly id: string;
  readonly action: WindowAction;
  readonly isPointedAt: boolean;
  readonly onChoose: () => void;
}

/**
 * One line of the palette: the action, its target, and its keys or the reason why it is not
 * possible.
 */
export function PaletteOption(props: PaletteOptionProps): ReactNode {
  const { id, action, isPointedAt, onChoose } = props;
  const { label, detail, shortcut, isBusy } = action;
  const reason = isBusy ? en.palette.underWay : action.reason;
  const moreId = useId();
  return (
    <li
      id={id}
      ref={isPointedAt ? scrollIntoSight : undefined}
      role="option"
      aria-describedby={moreId}
      aria-selected={isPointedAt}
      aria-disabled={reason !== undefined || undefined}
      aria-busy={isBusy || undefined}
      className={styles.option}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.label}>
        <Label text={label} name={action.name} />
      </span>
      {/* Not part of the name, but announced after it. */}
      <span id={moreId} aria-hidden className={styles.more}>
        <span className={styles.detail}>
          <WithNumbers text={reason ?? detail ?? ''} />
        </span>
        {shortcut !== undefined && <kbd className={styles.keys}>{shortcutFor(shortcut).text}</kbd>}
      </span>
    </li>
  );
}

function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
