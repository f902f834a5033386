import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Recording, RecordingOperation } from '../../../contract/recording';
import { describeRecordedParties, type RecordedCall } from '../../state/recorded-call';
import { performOnRecording } from '../../state/requests';
import { useIsUnderWay, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import styles from './Recording.module.css';
import { RecordingFacts } from './RecordingFacts';

interface FoundRecordingProps {
  readonly call: RecordedCall;
  readonly recording: Recording;
  /** It can be distinguished from the others, and the recorder can be asked. */
  readonly canAct: boolean;
}

/** One recording of a call, and what can be done to it. What comes of it shows in the window. */
export function FoundRecording({ call, recording, canAct }: FoundRecordingProps): ReactNode {
  const { isKept, isOngoing } = recording;
  const { openDialog } = useWindowActions();
  const about = { call, recording, canAct };
  return (
    <li className={styles.finding}>
      <RecordingFacts recording={recording} />
      <div className={styles.actions}>
        {isKept !== true && (
          <OperationButton {...about} operation="keep-recording" text={en.recordings.keep} />
        )}
        {isKept !== false && (
          <OperationButton {...about} operation="unkeep-recording" text={en.recordings.unkeep} />
        )}
        {isOngoing && (
          <>
            <OperationButton {...about} operation="pause-recorder" text={en.recordings.pause} />
            <OperationButton {...about} operation="resume-recorder" text={en.recordings.resume} />
          </>
        )}
        <Button
          look="quiet-danger"
          isDisabled={!canAct}
          onPress={() => openDialog({ kind: 'delete-call', call, recording })}
        >
          {en.recordings.delete}
        </Button>
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
