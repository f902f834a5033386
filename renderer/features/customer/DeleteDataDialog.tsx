import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { listParties } from '../../../contract/call-names';
import { en } from '../../../contract/locale/en';
import { findCall } from '../../../contract/find-calls';
import { performOperation } from '../../state/requests';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import type { Deletion } from '../../state/window-store';
import { AlertDialog } from '../../ui/AlertDialog';
import { Names, Sentence } from '../../ui/Name';
import { useReason } from '../dialogs/use-reason';

interface DeleteDataDialogProps {
  readonly call: Call;
  readonly deletion: Deletion;
}

/** Asks for confirmation before deleting data that cannot be restored. */
export function DeleteDataDialog({ call, deletion }: DeleteDataDialogProps): ReactNode {
  const { noteDeletion, send, closeDialog } = useWindowActions();
  const { key } = deletion.data;
  const isThere = useSnapshot((snapshot) =>
    findCall(snapshot, call.id)?.attachedData?.some((item) => item.key === key),
  );
  const canDelete = useReason(call, 'delete-data') === undefined && isThere === true;
  const parties = <Names list={listParties(call)} />;
  return (
    <AlertDialog
      title={<Sentence text={en.actions.deleteDataTitle} values={{ key }} />}
      confirmLabel={en.actions.delete}
      cancelLabel={en.window.cancel}
      canConfirm={canDelete}
      onCancel={closeDialog}
      onConfirm={() => {
        closeDialog();
        noteDeletion(deletion);
        send(performOperation({ kind: 'delete-data', callId: call.id, key }), key);
      }}
    >
      <p>
        <Sentence
          text={canDelete ? en.actions.deleteDataBody : en.actions.deleteDataNotPossible}
          values={{ key, parties }}
        />
      </p>
    </AlertDialog>
  );
}
