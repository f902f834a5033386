import type { ReactNode } from 'react';
import type { Call, Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { findCall } from '../../../contract/find-calls';
import { hasNamesake } from '../../state/call-view';
import { performOperation } from '../../state/requests';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import { Sentence } from '../../ui/Name';
import { useParticipantReason } from '../dialogs/use-reason';

interface RemoveDialogProps {
  readonly call: Call;
  readonly participant: Participant;
}

/**
 * Asks for confirmation before removing somebody from a call, and says so if they have already
 * left.
 */
export function RemoveDialog({ call, participant }: RemoveDialogProps): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const snapshot = useSnapshot((now) => now);
  const callNow = useSnapshot((snapshot) => findCall(snapshot, call.id));
  const participantNow = callNow?.participants.find((other) => other.id === participant.id);
  const isGone = participantNow === undefined || callNow?.state === 'ended';
  const canRemove = useParticipantReason(call, participant, 'remove') === undefined;
  const { name } = participant;
  const operation = {
    kind: 'remove-participant',
    callId: call.id,
    participantId: participant.id,
  } as const;
  return (
    <AlertDialog
      title={<Sentence text={en.window.removeTitle} values={{ name }} />}
      confirmLabel={en.window.remove}
      cancelLabel={en.window.cancel}
      canConfirm={canRemove}
      onCancel={closeDialog}
      onConfirm={() => {
        send(performOperation(operation), name);
        closeDialog();
      }}
    >
      <p>
        <Sentence text={explain(isGone, canRemove)} values={{ name }} />
      </p>
      {canRemove && snapshot && hasNamesake(snapshot, callNow ?? call, participant) && (
        <p>{en.actions.removeEither}</p>
      )}
    </AlertDialog>
  );
}

function explain(isGone: boolean, canRemove: boolean): string {
  if (isGone) {
    return en.window.removeGone;
  }
  return canRemove ? en.window.removeBody : en.window.removeNotPossible;
}
