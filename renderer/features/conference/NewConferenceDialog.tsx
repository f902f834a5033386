import { useState, type ReactNode } from 'react';
import { MAX_ADDRESS } from '../../../contract/call-limits';
import type { Line } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { createConference } from '../../state/requests';
import { useLine, useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Fields';

/** Asks for the hosting number of a new conference. */
export function NewConferenceDialog({ line }: { readonly line: Line }): ReactNode {
  const usual = useLine(line)?.start?.from?.suggested ?? '';
  const { send, closeDialog } = useWindowActions();
  const [typed, setTyped] = useState(usual);
  const from = typed.trim();
  return (
    <Dialog
      title={en.actions.newConference}
      answers={[
        {
          label: en.actions.create,
          isDisabled: from === '',
          onPress: () => {
            send(createConference(line, from), from);
            closeDialog();
          },
        },
      ]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <TextField
        label={en.actions.hostingNumber}
        hint={en.actions.hostingNumberHint}
        value={typed}
        maxLength={MAX_ADDRESS}
        onChange={setTyped}
      />
    </Dialog>
  );
}
