import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import type { CallOperation, SimpleOperation } from '../../../contract/call-operations';
import { en } from '../../../contract/locale/en';
import { describeParties, listParties } from '../../../contract/call-names';
import { performOperation } from '../../state/requests';
import { useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import { Names, Sentence } from '../../ui/Name';
import { useReason } from './use-reason';

interface EndDialogProps {
  readonly call: Call;
}

/** Asks for confirmation before hanging up for everybody in a call. */
export function ClearDialog({ call }: EndDialogProps): ReactNode {
  return (
    <EndDialog
      call={call}
      action="clear"
      title={en.actions.clearTitle}
      confirmLabel={en.commands.clear.name}
      body={about(call, en.actions.clearBody)}
      notPossible={en.actions.clearNotPossible}
    />
  );
}

/** Asks for confirmation before ending a conference for everybody. */
export function EndConferenceDialog({ call }: EndDialogProps): ReactNode {
  return (
    <EndDialog
      call={call}
      action="complete-room"
      title={en.actions.endConferenceTitle}
      confirmLabel={en.commands['complete-room'].name}
      body={
        call.participants.length === 0
          ? en.actions.endEmptyConferenceBody
          : about(call, en.actions.endConferenceBody)
      }
      notPossible={en.actions.endConferenceNotPossible}
    />
  );
}

/** Asks for confirmation before deleting all data attached to a call. */
export function DeleteAllDataDialog({ call }: EndDialogProps): ReactNode {
  return (
    <EndDialog
      call={call}
      action="delete-all-data"
      title={en.actions.deleteAllTitle}
      confirmLabel={en.actions.deleteAll}
      body={about(call, en.actions.deleteAllBody)}
      notPossible={en.actions.deleteAllNotPossible}
    />
  );
}

function about(call: Call, text: string): ReactNode {
  const parties = <Names list={listParties(call)} />;
  return <Sentence text={text} values={{ parties, names: parties }} />;
}

interface ConfirmProps extends EndDialogProps {
  readonly title: ReactNode;
  readonly confirmLabel: string;
  readonly body: ReactNode;
  /** Shown instead if the call has changed and the operation is no longer possible. */
  readonly notPossible: string;
}

function EndDialog({
  action,
  ...props
}: ConfirmProps & { readonly action: SimpleOperation }): ReactNode {
  const { call } = props;
  const reason = useReason(call, action);
  const operation = { kind: action, callId: call.id };
  return <ConfirmDialog {...props} operation={operation} isPossible={reason === undefined} />;
}

interface ConfirmOperationProps extends ConfirmProps {
  readonly operation: CallOperation;
  readonly isPossible: boolean;
  readonly isHarmless?: boolean;
}

/** Asks for confirmation before an operation on a call. */
export function ConfirmDialog(props: ConfirmOperationProps): ReactNode {
  const { call, operation, title, confirmLabel, body, notPossible } = props;
  const { isPossible, isHarmless = false } = props;
  const { send, closeDialog } = useWindowActions();
  return (
    <AlertDialog
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel={en.window.cancel}
      canConfirm={isPossible}
      isHarmless={isHarmless}
      onCancel={closeDialog}
      onConfirm={() => {
        send(performOperation(operation), describeParties(call));
        closeDialog();
      }}
    >
      <p>{isPossible ? body : notPossible}</p>
    </AlertDialog>
  );
}
