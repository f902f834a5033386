import { useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './AlertDialog.module.css';
import { Button } from './Button';
import { dialogEvents } from './dialog-events';
import { useModal } from './use-modal';
import { useSteadyDialog } from './use-steady-dialog';

export interface AlertDialogProps {
  readonly title: ReactNode;
  /** The text of the dialog. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly canConfirm: boolean;
  /** Whether confirming is harmless: it deletes nothing and disconnects nobody. */
  readonly isHarmless?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/**
 * A confirmation dialog. Built on the browser's modal dialog, which needs no style that the content
 * security policy would refuse. Rendered only while open. The focus starts on Cancel and returns to
 * where it was.
 */
export function AlertDialog(props: AlertDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const bodyId = useId();
  useModal(dialog, cancelButton);
  useSteadyDialog(dialog);

  return createPortal(
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby={titleId}
      aria-describedby={bodyId}
      className={styles.dialog}
      {...dialogEvents(props.onCancel)}
    >
      <h2 id={titleId} className={styles.title}>
        {props.title}
      </h2>
      <div id={bodyId} className={styles.body} aria-live="polite">
        {props.children}
      </div>
      <div className={styles.buttons}>
        <Button ref={cancelButton} onPress={props.onCancel}>
          {props.cancelLabel}
        </Button>
        <Button
          look={props.isHarmless === true ? 'primary' : 'danger'}
          isDisabled={!props.canConfirm}
          onPress={props.onConfirm}
        >
          {props.confirmLabel}
        </Button>
      </div>
    </dialog>,
    document.body,
  );
}
