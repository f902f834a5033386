import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import {
  canLookUpRecording,
  listRecordedParties,
  type RecordedCall,
} from '../../state/recorded-call';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Names, Sentence } from '../../ui/Name';
import { FoundRecording } from './FoundRecording';
import { LookingUp, LookUpFailed } from './LookUpState';
import styles from './Recording.module.css';
import { useLookUp, type LookUp } from './use-look-up';

/** The recordings of a call, with the actions for each. */
export function RecordingDialog(): ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  return dialog?.kind === 'recording' ? <RecordingsOf call={dialog.call} /> : null;
}

function RecordingsOf({ call }: { readonly call: RecordedCall }): ReactNode {
  const { closeDialog } = useWindowActions();
  const { lookUp, lookAgain } = useLookUp(call.id);
  const isPossible = useSnapshot((snapshot) => canLookUpRecording(snapshot, call.id)) === true;
  return (
    <Dialog
      title={en.recordings.dialogTitle}
      answers={[]}
      cancelLabel={en.recordings.close}
      onCancel={closeDialog}
    >
      <p>
        <Subject call={call} />
      </p>
      <div aria-live="polite">
        <Findings call={call} lookUp={lookUp} isPossible={isPossible} />
        {!isPossible && <p className={styles.warning}>{en.recordings.notPossible}</p>}
      </div>
      <div className={styles.again}>
        <Button
          look="quiet"
          icon={<RotateCw />}
          isBusy={lookUp === undefined}
          isDisabled={!isPossible}
          onPress={lookAgain}
        >
          {en.recordings.lookAgain}
        </Button>
      </div>
    </Dialog>
  );
}

interface FindingsProps {
  readonly call: RecordedCall;
  readonly lookUp: LookUp;
  readonly isPossible: boolean;
}

function Findings({ call, lookUp, isPossible }: FindingsProps): ReactNode {
  if (lookUp?.ok !== true) {
    return (
      <div className={styles.finding}>
        {lookUp === undefined ? <LookingUp /> : <LookUpFailed error={lookUp.error} />}
      </div>
    );
  }
  return (
    <>
      {lookUp.value.length > 1 && (
        <p>{format(en.recordings.several, { count: lookUp.value.length })}</p>
      )}
      <ul aria-label={en.recordings.found} className={styles.recordings}>
        {lookUp.value.map((recording, index) => (
          <FoundRecording
            key={recording.recordingId ?? index}
            call={call}
            recording={recording}
            canAct={isPossible && (recording.recordingId !== undefined || isOnlyOne(lookUp))}
          />
        ))}
      </ul>
    </>
  );
}

function isOnlyOne(lookUp: Extract<LookUp, { ok: true }>): boolean {
  return lookUp.value.length === 1;
}

function Subject({ call }: { readonly call: RecordedCall }): ReactNode {
  return call.participants.length === 0 ? (
    en.recordings.aboutOwn
  ) : (
    <Sentence
      text={en.recordings.about}
      values={{ parties: <Names list={listRecordedParties(call)} /> }}
    />
  );
}
