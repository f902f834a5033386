import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Fields';

const MAX_LENGTH = 200;

/** Asks which number is to host a new conference. */
export function NewConferenceDialog(): ReactNode {
  const usual = useSnapshot((snapshot) => snapshot.offers.conferences?.from) ?? '';
  const { send, closeQuestion } = useWindowActions();
  const [typed, setTyped] = useState(usual);
  const from = typed.trim();
  return (
    <Dialog
      title={en.gestures.newConference}
      answers={[
        {
          label: en.gestures.create,
          isDisabled: from === '',
          onPress: () => {
            send({ ask: 'create-conference', from }, from);
            closeQuestion();
          },
        },
      ]}
      cancelLabel={en.window.cancel}
      onCancel={closeQuestion}
    >
      <TextField
        label={en.gestures.hostingNumber}
        hint={en.gestures.hostingNumberHint}
        value={typed}
        maxLength={MAX_LENGTH}
        onChange={setTyped}
      />
    </Dialog>
  );
}
