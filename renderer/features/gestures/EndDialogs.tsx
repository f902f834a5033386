import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import type { SimpleOperation } from '../../../contract/call-operations';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { describeParties } from '../../state/call-view';
import { useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import { useReason } from './use-reason';

interface EndDialogProps {
  readonly call: Call;
}

/** Asks before everybody in a call is hung up on. */
export function ClearDialog({ call }: EndDialogProps): ReactNode {
  return (
    <EndDialog
      call={call}
      action="clear"
      title={en.gestures.clearTitle}
      confirmLabel={en.commands.clear.name}
      body={format(en.gestures.clearBody, { parties: describeParties(call) })}
      notPossible={en.gestures.clearNotPossible}
    />
  );
}

/** Asks before a conference is ended for everybody in it. */
export function EndConferenceDialog({ call }: EndDialogProps): ReactNode {
  const names = call.participants.map(({ name }) => name).join(', ');
  return (
    <EndDialog
      call={call}
      action="complete-room"
      title={en.gestures.endConferenceTitle}
      confirmLabel={en.commands['complete-room'].name}
      body={
        names === ''
          ? en.gestures.endEmptyConferenceBody
          : format(en.gestures.endConferenceBody, { names })
      }
      notPossible={en.gestures.endConferenceNotPossible}
    />
  );
}

/** Asks before everything that is attached to a call is deleted. */
export function DeleteAllDataDialog({ call }: EndDialogProps): ReactNode {
  return (
    <EndDialog
      call={call}
      action="delete-all-data"
      title={en.gestures.deleteAllTitle}
      confirmLabel={en.gestures.deleteAll}
      body={format(en.gestures.deleteAllBody, { parties: describeParties(call) })}
      notPossible={en.gestures.deleteAllNotPossible}
    />
  );
}

interface EndProps extends EndDialogProps {
  readonly action: SimpleOperation;
  readonly title: string;
  readonly confirmLabel: string;
  readonly body: string;
  /** Said instead when the call has changed so that it cannot be done any more. */
  readonly notPossible: string;
}

function EndDialog({ call, action, title, confirmLabel, body, notPossible }: EndProps): ReactNode {
  const { send, closeQuestion } = useWindowActions();
  const reason = useReason(call, action);
  return (
    <AlertDialog
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel={en.window.cancel}
      canConfirm={reason === undefined}
      onCancel={closeQuestion}
      onConfirm={() => {
        const operation = { kind: action, callId: call.id } as const;
        send({ ask: 'perform', operation }, describeParties(call));
        closeQuestion();
      }}
    >
      <p>{reason === undefined ? body : notPossible}</p>
    </AlertDialog>
  );
}
