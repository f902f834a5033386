import { useState, type ReactNode } from 'react';
import type { Line } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { startTalkSpace } from '../../state/requests';
import { useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { MediaField } from '../dialogs/MediaField';

/** Asks for the greeting and the recording place of a new TalkSpace. */
export function NewTalkSpaceDialog({ line }: { readonly line: Line }): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const [greetingId, setGreetingId] = useState('');
  const [recordingId, setRecordingId] = useState('');

  function start(): void {
    send(
      startTalkSpace(line, {
        ...(greetingId !== '' && { greetingId }),
        ...(recordingId !== '' && { recordingId }),
      }),
      '',
    );
    closeDialog();
  }

  return (
    <Dialog
      title={en.actions.newTalkSpace}
      answers={[{ label: en.actions.start, onPress: start }]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <MediaField
        line={line}
        label={en.actions.greeting}
        media="greetings"
        value={greetingId}
        onChange={setGreetingId}
      />
      <MediaField
        line={line}
        label={en.actions.recordTo}
        media="recordings"
        value={recordingId}
        onChange={setRecordingId}
      />
      <p>{en.actions.newTalkSpaceBody}</p>
    </Dialog>
  );
}
