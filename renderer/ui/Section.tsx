import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './Section.module.css';
import { useRemembered } from './use-remembered';
import { WaitingNote } from './WaitingNote';

export interface SectionProps {
  /** The key under which its open state is remembered. */
  readonly name: string;
  readonly title: string;
  /**
   * The name of the region. Without it, the section is not a region, because its list has the name.
   */
  readonly label?: string | undefined;
  readonly count?: number | undefined;
  /** A short note next to the title, such as "1 joined". */
  readonly note?: string | undefined;
  /** At the end of the heading. */
  readonly actions?: ReactNode;
  /** The target of the shortcut that moves the focus here. */
  readonly elementId?: string;
  /** Whether something in it is in use, so that it is shown even if it was collapsed. */
  readonly isUsed?: boolean;
  readonly children?: ReactNode;
}

/** A section of the window that can be collapsed, which is remembered. */
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
