import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Fields';

const MAX_LENGTH = 200;

/** Asks for the ID of a conference that is there already. */
export function WatchConferenceDialog(): ReactNode {
  const { send, closeQuestion } = useWindowActions();
  const [typed, setTyped] = useState('');
  const conferenceId = typed.trim();
  return (
    <Dialog
      title={en.gestures.watchConference}
      answers={[
        {
          label: en.gestures.watch,
          isDisabled: conferenceId === '',
          onPress: () => {
            send({ ask: 'watch-conference', conferenceId }, conferenceId);
            closeQuestion();
          },
        },
      ]}
      cancelLabel={en.window.cancel}
      onCancel={closeQuestion}
    >
      <TextField
        label={en.gestures.conferenceId}
        value={typed}
        maxLength={MAX_LENGTH}
        onChange={setTyped}
      />
    </Dialog>
  );
}
