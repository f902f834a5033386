import { useId, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './AlertDialog.module.css';
import { Button } from './Button';
import { dialogEvents } from './dialog-events';
import { useModal } from './use-modal';
import { useSteadyDialog } from './use-steady-dialog';

/** A button of the dialog other than Cancel. */
export interface DialogAnswer {
  readonly label: string;
  readonly isDisabled?: boolean;
  /** Why it is disabled. */
  readonly reason?: string | undefined;
  readonly onPress: () => void;
}

export interface DialogProps {
  readonly title: ReactNode;
  /** The fields and the text of the dialog. */
  readonly children: ReactNode;
  /** Enter in a field presses the last one that was possible when the dialog was opened: the last is the safest. */
  readonly answers: readonly DialogAnswer[];
  readonly cancelLabel: string;
  readonly onCancel: () => void;
  /** Whether the agent did not open it, so that the focus starts on Cancel. */
  readonly isFilledIn?: boolean;
}

/**
 * A dialog that asks for the parameters of an action. Like `AlertDialog`, but the focus starts in
 * the first field, because nothing happens until it is filled in.
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
  // Never changed afterwards, because a press of Enter may be under way.
  const [defaultAt] = useState(() => findDefault(answers));

  return createPortal(
    <dialog
      ref={dialog}
      aria-modal="true"
      aria-labelledby={titleId}
      className={styles.dialog}
      {...dialogEvents(onCancel)}
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
              look={index === defaultAt ? 'primary' : 'plain'}
              isDefault={index === defaultAt}
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

function findDefault(answers: readonly DialogAnswer[]): number {
  const possibleAt = answers.map(({ reason }) => reason === undefined).lastIndexOf(true);
  return possibleAt === -1 ? answers.length - 1 : possibleAt;
}
