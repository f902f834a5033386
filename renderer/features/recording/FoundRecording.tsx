import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Recording, RecordingOperation } from '../../../contract/recording';
import { describeRecordedParties, type RecordedCall } from '../../state/recorded-call';
import { performOnRecording } from '../../state/requests';
import { useIsUnderWay, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import styles from './Recording.module.css';
import { RecordingFacts } from './RecordingFacts';

/** The actions that need no confirmation, in the order of the buttons. */
const SIMPLE_OPERATIONS = [
  ['keep-recording', en.recordings.keep],
  ['unkeep-recording', en.recordings.unkeep],
  ['pause-recorder', en.recordings.pause],
  ['resume-recorder', en.recordings.resume],
] as const;

interface FoundRecordingProps {
  readonly call: RecordedCall;
  readonly recording: Recording;
  /** Whether it has an id and the recorder can look up the call. */
  readonly canAct: boolean;
}

/** A recording of a call, with its actions. Their results show in the window. */
export function FoundRecording({ call, recording, canAct }: FoundRecordingProps): ReactNode {
  const { operations } = recording;
  const { openDialog } = useWindowActions();
  const about = { call, recording, canAct };
  return (
    <li className={styles.finding}>
      <RecordingFacts recording={recording} />
      <div className={styles.actions}>
        {SIMPLE_OPERATIONS.filter(([operation]) => operations.includes(operation)).map(
          ([operation, text]) => (
            <OperationButton key={operation} {...about} operation={operation} text={text} />
          ),
        )}
        {operations.includes('delete-call') && (
          <Button
            look="discreet-danger"
            isDisabled={!canAct}
            onPress={() => openDialog({ kind: 'delete-call', call, recording })}
          >
            {en.recordings.delete}
          </Button>
        )}
      </div>
    </li>
  );
}

interface OperationButtonProps extends FoundRecordingProps {
  readonly operation: RecordingOperation;
  readonly text: string;
}

function OperationButton(props: OperationButtonProps): ReactNode {
  const { call, recording, canAct, operation, text } = props;
  const { recordingId } = recording;
  const request = performOnRecording(call.id, operation, recordingId);
  const isBusy = useIsUnderWay(request);
  const { send, closeDialog } = useWindowActions();
  return (
    <Button
      isBusy={isBusy}
      isDisabled={!canAct}
      onPress={() => {
        send(request, describeRecordedParties(call));
        closeDialog();
      }}
    >
      {text}
    </Button>
  );
}
