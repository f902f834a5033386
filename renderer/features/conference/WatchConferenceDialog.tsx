import { useState, type ReactNode } from 'react';
import { MAX_ADDRESS } from '../../../contract/call-limits';
import type { Line } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { watchConference } from '../../state/requests';
import { useLine, useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Fields';

/** Asks for the ID of an existing conference. */
export function WatchConferenceDialog({ line }: { readonly line: Line }): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const isByName = useLine(line)?.canWatchByName === true;
  const [typed, setTyped] = useState('');
  const conferenceId = typed.trim();
  return (
    <Dialog
      title={en.actions.watchConference}
      answers={[
        {
          label: en.actions.watch,
          isDisabled: conferenceId === '',
          onPress: () => {
            send(watchConference(line, conferenceId), conferenceId);
            closeDialog();
          },
        },
      ]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <TextField
        label={isByName ? en.actions.conferenceIdOrName : en.actions.conferenceId}
        value={typed}
        maxLength={MAX_ADDRESS}
        onChange={setTyped}
      />
    </Dialog>
  );
}
