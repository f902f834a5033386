import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './Section.module.css';
import { useRemembered } from './use-remembered';
import { WaitingNote } from './WaitingNote';

export interface SectionProps {
  /** By which it is remembered whether it is open. */
  readonly name: string;
  readonly title: string;
  /** The name of the region; without it the section is none, as its list has the name. */
  readonly label?: string | undefined;
  readonly count?: number | undefined;
  /** Beside the title: a short note, such as "1 joined". */
  readonly note?: string | undefined;
  /** At the end of the heading. */
  readonly actions?: ReactNode;
  /** For the key that moves the focus here. */
  readonly elementId?: string;
  /** Something in it is being used, so that it is shown also if it was collapsed. */
  readonly isUsed?: boolean;
  readonly children?: ReactNode;
}

/** A part of the window that can be collapsed, and stays so. */
export function Section(props: SectionProps): ReactNode {
  const { name, title, label, count, note, actions, elementId, isUsed = false, children } = props;
  const [isLeftOpen, setIsOpen] = useRemembered(`section ${name}`, true);
  const isOpen = isLeftOpen || isUsed;
  const bodyId = useId();
  return (
    <section
      aria-label={label}
      id={elementId}
      tabIndex={elementId === undefined ? undefined : -1}
      className={styles.section}
    >
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronDown
              aria-hidden
              className={classNames(styles.chevron, !isOpen && styles.isClosed)}
            />
            <span className={styles.title}>{title}</span>
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        </h2>
        <WaitingNote text={note} />
        {actions !== undefined && <span className={styles.actions}>{actions}</span>}
      </div>
      {isOpen && (
        <div id={bodyId} className={styles.body}>
          {children}
        </div>
      )}
    </section>
  );
}
