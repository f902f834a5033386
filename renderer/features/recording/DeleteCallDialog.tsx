import { useState, type ReactNode } from 'react';
import { findCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import type { Recording } from '../../../contract/recording';
import {
  canLookUpRecording,
  describeRecordedParties,
  listRecordedParties,
} from '../../state/recorded-call';
import { performOnRecording } from '../../state/requests';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import type { DialogOf } from '../../state/window-store';
import { AlertDialog } from '../../ui/AlertDialog';
import { Names, Sentence } from '../../ui/Name';
import { findDeletionTarget } from './find-deletion-target';
import { OngoingNote } from './OngoingNote';
import { LookingUp, LookUpFailed } from './LookUpState';
import styles from './Recording.module.css';
import { RecordingChoice } from './RecordingChoice';
import { RecordingFacts } from './RecordingFacts';
import { useLookUp, type LookUp } from './use-look-up';

type DeleteDialog = DialogOf<'delete-call'>;

/** Looks up the recording and asks for confirmation before deleting it. */
export function DeleteCallDialog(): ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  if (dialog?.kind !== 'delete-call') {
    return null;
  }
  return dialog.recording === undefined ? (
    <LookUpFirst dialog={dialog} />
  ) : (
    <ConfirmDeletion dialog={dialog} lookUp={{ ok: true, value: [dialog.recording] }} />
  );
}

function LookUpFirst({ dialog }: { readonly dialog: DeleteDialog }): ReactNode {
  const { lookUp } = useLookUp(dialog.call.id);
  return <ConfirmDeletion dialog={dialog} lookUp={lookUp} />;
}

interface ConfirmDeletionProps {
  readonly dialog: DeleteDialog;
  readonly lookUp: LookUp;
}

function ConfirmDeletion({ dialog, lookUp }: ConfirmDeletionProps): ReactNode {
  const { call } = dialog;
  const { send, closeDialog } = useWindowActions();
  const [chosenId, setChosenId] = useState<string>();
  const isPossible = useSnapshot((snapshot) => canLookUpRecording(snapshot, call.id)) === true;
  const stateNow = useSnapshot((snapshot) => findCall(snapshot, call.id)?.state);
  const target = findDeletionTarget(lookUp, chosenId);
  const parties = describeRecordedParties(call);
  return (
    <AlertDialog
      title={en.window.deleteTitle}
      confirmLabel={en.commands['delete-call'].name}
      cancelLabel={en.window.cancel}
      canConfirm={isPossible && target !== undefined}
      onCancel={closeDialog}
      onConfirm={() => {
        send(performOnRecording(call.id, 'delete-call', target?.recordingId), parties);
        closeDialog();
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
        {stateNow !== undefined && stateNow !== 'ended' && ` ${en.window.callContinues}`}
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
      <OngoingNote recording={recording} />
    </>
  );
}
