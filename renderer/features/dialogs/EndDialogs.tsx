import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import type { SimpleOperation } from '../../../contract/call-operations';
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

interface EndProps extends EndDialogProps {
  readonly action: SimpleOperation;
  readonly title: ReactNode;
  readonly confirmLabel: string;
  readonly body: ReactNode;
  /** Shown instead if the call has changed and the action is no longer possible. */
  readonly notPossible: string;
  readonly isHarmless?: boolean;
}

export function EndDialog(props: EndProps): ReactNode {
  const { call, action, title, confirmLabel, body, notPossible, isHarmless = false } = props;
  const { send, closeDialog } = useWindowActions();
  const reason = useReason(call, action);
  return (
    <AlertDialog
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel={en.window.cancel}
      canConfirm={reason === undefined}
      isHarmless={isHarmless}
      onCancel={closeDialog}
      onConfirm={() => {
        const operation = { kind: action, callId: call.id } as const;
        send(performOperation(operation), describeParties(call));
        closeDialog();
      }}
    >
      <p>{reason === undefined ? body : notPossible}</p>
    </AlertDialog>
  );
}
