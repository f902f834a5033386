import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { MediaField } from '../gestures/MediaField';

/** Asks with which greeting a TalkSpace is to be started and where it is to be recorded. */
export function NewTalkSpaceDialog(): ReactNode {
  const { send, closeQuestion } = useWindowActions();
  const [greetingId, setGreetingId] = useState('');
  const [recordingId, setRecordingId] = useState('');

  function start(): void {
    send(
      {
        ask: 'start-talkspace',
        ...(greetingId !== '' && { greetingId }),
        ...(recordingId !== '' && { recordingId }),
      },
      '',
    );
    closeQuestion();
  }

  return (
    <Dialog
      title={en.gestures.newTalkSpace}
      answers={[{ label: en.gestures.start, onPress: start }]}
      cancelLabel={en.window.cancel}
      onCancel={closeQuestion}
    >
      <MediaField
        label={en.gestures.greeting}
        media="greetings"
        value={greetingId}
        onChange={setGreetingId}
      />
      <MediaField
        label={en.gestures.recordTo}
        media="recordings"
        value={recordingId}
        onChange={setRecordingId}
      />
      <p>{en.gestures.newTalkSpaceBody}</p>
    </Dialog>
  );
}
