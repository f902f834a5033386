import { LoaderCircle } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { Recording } from '../../../contract/recording';
import type { Result } from '../../../contract/result';
import {
  canAskRecorder,
  describeRecordedParties,
  type RecordedCall,
} from '../../state/recorded-call';
import { describeError } from '../../state/error-text';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import styles from './DeleteCallDialog.module.css';

/** Asks before a recording is deleted, after looking up which one it would be. */
export function DeleteCallDialog(): ReactNode {
  const question = useWindowState((state) => state.question);
  return question?.kind === 'delete-call' ? <DeleteQuestion call={question.call} /> : null;
}

function DeleteQuestion({ call }: { readonly call: RecordedCall }): ReactNode {
  const { send, closeQuestion } = useWindowActions();
  const answer = useLookUp(call.id);
  const isPossible = useSnapshot((snapshot) => canAskRecorder(snapshot, call.id));
  const parties = describeRecordedParties(call);
  return (
    <AlertDialog
      title={en.window.deleteTitle}
      confirmLabel={en.commands['delete-call'].name}
      cancelLabel={en.window.cancel}
      canConfirm={isPossible === true && canDeleteAfter(answer)}
      onCancel={closeQuestion}
      onConfirm={() => {
        send({ ask: 'perform-on-recording', operation: 'delete-call', callId: call.id }, parties);
        closeQuestion();
      }}
    >
      <p>
        {call.participants.length === 0
          ? en.window.deleteOwnBody
          : format(en.window.deleteBody, { parties })}
      </p>
      <div className={styles.finding}>
        <Finding answer={answer} />
      </div>
      {isPossible !== true && <p className={styles.warning}>{en.window.deleteNotPossible}</p>}
    </AlertDialog>
  );
}

type Answer = Result<readonly Recording[]> | undefined;

/** Asks the recorder once; `undefined` until it has answered. */
function useLookUp(callId: string): Answer {
  const { lookUpRecordings } = useWindowActions();
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isWanted = true;
    void lookUpRecordings(callId).then((result) => {
      if (isWanted) {
        setAnswer(result);
      }
    });
    return () => {
      isWanted = false;
    };
  }, [callId, lookUpRecordings]);
  return answer;
}

/** A failed look-up does not rule deleting out; more than one recording does. */
export function canDeleteAfter(answer: Answer): boolean {
  return answer !== undefined && (answer.ok || answer.error.code !== 'ambiguous');
}

function Finding({ answer }: { readonly answer: Answer }): ReactNode {
  if (answer === undefined) {
    return (
      <p className={styles.searching}>
        <LoaderCircle aria-hidden />
        {en.window.lookingUp}
      </p>
    );
  }
  if (answer.ok) {
    return answer.value.map((recording) => (
      <RecordingFacts key={recording.recordingId ?? recording.startTime} recording={recording} />
    ));
  }
  return (
    <>
      <p className={styles.warning}>{en.window.lookUpFailed}</p>
      {describeError(answer.error).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {canDeleteAfter(answer) && <p>{en.window.deletingMayBeRefused}</p>}
    </>
  );
}

export function RecordingFacts({ recording }: { readonly recording: Recording }): ReactNode {
  return (
    <>
      <dl className={styles.facts}>
        <dt>{en.window.caller}</dt>
        <dd>{recording.caller}</dd>
        <dt>{en.window.called}</dt>
        <dd>{recording.called}</dd>
        <dt>{en.window.started}</dt>
        <dd>{recording.startTime}</dd>
      </dl>
      {recording.isOngoing && <p className={styles.warning}>{en.window.stillRecorded}</p>}
    </>
  );
}
