import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { whyNoDialing } from '../../../contract/actions/dialing';
import { findDialedLine } from '../../../contract/find-lines';
import { dial } from '../../state/requests';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { AddressField } from '../dialogs/AddressField';

/** Asks who to call. */
export function DialDialog(): ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  return dialog?.kind === 'dial' ? <OpenDialDialog number={dialog.number} /> : null;
}

function OpenDialDialog({ number }: { readonly number: string | undefined }): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const line = useSnapshot(findDialedLine)?.line;
  const reason = useSnapshot(whyNoDialing);
  const [typed, setTyped] = useState(number ?? '');
  const address = typed.trim();

  function submit(): void {
    send(dial(address), address);
    closeDialog();
  }

  return (
    <Dialog
      title={en.palette.dialTitle}
      answers={[{ label: en.palette.dial, isDisabled: address === '', reason, onPress: submit }]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
      isFilledIn={number !== undefined}
    >
      {line !== undefined && <AddressField line={line} value={typed} onChange={setTyped} />}
    </Dialog>
  );
}
