import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Recording } from '../../../contract/recording';
import {
  canAskRecorder,
  describeRecordedParties,
  listRecordedParties,
} from '../../state/recorded-call';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import type { QuestionOf } from '../../state/window-store';
import { AlertDialog } from '../../ui/AlertDialog';
import { Names, Sentence } from '../../ui/Name';
import { findDeletionTarget } from './find-deletion-target';
import { LookingUp, LookUpFailed } from './LookUpState';
import styles from './Recording.module.css';
import { RecordingChoice } from './RecordingChoice';
import { RecordingFacts } from './RecordingFacts';
import { useLookUp, type LookUp } from './use-look-up';

type DeleteQuestion = QuestionOf<'delete-call'>;

/** Asks before a recording is deleted, after looking up which one it would be. */
export function DeleteCallDialog(): ReactNode {
  const question = useWindowState((state) => state.question);
  if (question?.kind !== 'delete-call') {
    return null;
  }
  return question.recording === undefined ? (
    <LookUpFirst question={question} />
  ) : (
    <DeleteQuestionDialog question={question} lookUp={{ ok: true, value: [question.recording] }} />
  );
}

function LookUpFirst({ question }: { readonly question: DeleteQuestion }): ReactNode {
  const { lookUp } = useLookUp(question.call.id);
  return <DeleteQuestionDialog question={question} lookUp={lookUp} />;
}

interface DeleteQuestionDialogProps {
  readonly question: DeleteQuestion;
  readonly lookUp: LookUp;
}

function DeleteQuestionDialog({ question, lookUp }: DeleteQuestionDialogProps): ReactNode {
  const { call } = question;
  const { send, closeQuestion } = useWindowActions();
  const [chosenId, setChosenId] = useState<string>();
  const isPossible = useSnapshot((snapshot) => canAskRecorder(snapshot, call.id)) === true;
  const target = findDeletionTarget(lookUp, chosenId);
  const parties = describeRecordedParties(call);
  return (
    <AlertDialog
      title={en.window.deleteTitle}
      confirmLabel={en.commands['delete-call'].name}
      cancelLabel={en.window.cancel}
      canConfirm={isPossible && target !== undefined}
      onCancel={closeQuestion}
      onConfirm={() => {
        send(
          {
            ask: 'perform-on-recording',
            operation: 'delete-call',
            callId: call.id,
            recordingId: target?.recordingId,
          },
          parties,
        );
        closeQuestion();
      }}
    >
      <p>
        {call.participants.length === 0 ? (
          en.window.deleteOwnBody
        ) : (
          <Sentence
            text={en.window.deleteBody}
            values={{ parties: <Names list={listRecordedParties(call)} /> }}
          />
        )}
      </p>
      <Finding lookUp={lookUp} chosenId={chosenId} onChoose={setChosenId} />
      {!isPossible && <p className={styles.warning}>{en.window.deleteNotPossible}</p>}
    </AlertDialog>
  );
}

interface FindingProps {
  readonly lookUp: LookUp;
  readonly chosenId: string | undefined;
  readonly onChoose: (recordingId: string) => void;
}

function Finding({ lookUp, chosenId, onChoose }: FindingProps): ReactNode {
  if (lookUp?.ok === true && lookUp.value.length > 1) {
    return <RecordingChoice recordings={lookUp.value} chosenId={chosenId} onChoose={onChoose} />;
  }
  return (
    <div className={styles.finding}>
      {lookUp === undefined && <LookingUp />}
      {lookUp?.ok === true &&
        lookUp.value.map((recording) => (
          <FoundRecording key={recording.recordingId} recording={recording} />
        ))}
      {lookUp?.ok === false && (
        <>
          <LookUpFailed error={lookUp.error} />
          {findDeletionTarget(lookUp, chosenId) !== undefined && (
            <p>{en.window.deletingMayBeRefused}</p>
          )}
        </>
      )}
    </div>
  );
}

function FoundRecording({ recording }: { readonly recording: Recording }): ReactNode {
  return (
    <>
      <RecordingFacts recording={recording} />
      {recording.isOngoing && <p className={styles.warning}>{en.window.stillRecorded}</p>}
    </>
  );
}
