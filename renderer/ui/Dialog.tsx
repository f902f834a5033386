import { useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './AlertDialog.module.css';
import { Button } from './Button';
import { useModal } from './use-modal';
import { useSteadyDialog } from './use-steady-dialog';

/** One of the answers that do something. */
export interface DialogAnswer {
  readonly label: string;
  readonly isDisabled?: boolean;
  /** Why it cannot be given. */
  readonly reason?: string | undefined;
  readonly onPress: () => void;
}

export interface DialogProps {
  readonly title: ReactNode;
  /** The fields, and what the agent should know before answering. */
  readonly children: ReactNode;
  /** Enter in a field gives the last, which is the safest of them. */
  readonly answers: readonly DialogAnswer[];
  readonly cancelLabel: string;
  readonly onCancel: () => void;
  /** It opened by itself: the focus starts on the answer that changes nothing. */
  readonly isFilledIn?: boolean;
}

/**
 * Asks for what an action needs. As `AlertDialog`, but the focus starts in the first field: nothing
 * happens before the agent has filled it.
 */
export function Dialog({
  title,
  children,
  answers,
  cancelLabel,
  onCancel,
  isFilledIn = false,
}: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const cancelButton = useRef<HTMLButtonElement>(null);
  useModal(dialog, isFilledIn ? cancelButton : undefined);
  useSteadyDialog(dialog);

  return createPortal(
    <dialog
      ref={dialog}
      aria-modal="true"
      aria-labelledby={titleId}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onClose={(event) => {
        // The browser closes a dialog by itself when Escape is pressed twice.
        if (!event.currentTarget.open) {
          onCancel();
        }
      }}
    >
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <div className={styles.fields}>{children}</div>
        <div className={styles.buttons}>
          <Button ref={cancelButton} onPress={onCancel}>
            {cancelLabel}
          </Button>
          {answers.map(({ label, isDisabled = false, reason, onPress }, index) => (
            <Button
              key={label}
              look={index === answers.length - 1 ? 'primary' : 'plain'}
              isDefault={index === answers.length - 1}
              isDisabled={isDisabled}
              reason={reason}
              onPress={onPress}
            >
              {label}
            </Button>
          ))}
        </div>
      </form>
    </dialog>,
    document.body,
  );
}
