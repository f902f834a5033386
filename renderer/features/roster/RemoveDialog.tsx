import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { findCall, findConnection, lostConnectionReason } from '../../state/call-view';
import { useSnapshot, useWindowActions, useWindowState } from '../../state/window-context';
import type { Question } from '../../state/window-store';
import { AlertDialog } from '../../ui/AlertDialog';

/** Asks before somebody is taken out of a call, and notices when that has become pointless. */
export function RemoveDialog(): ReactNode {
  const question = useWindowState((state) => state.question);
  return question?.kind === 'remove-participant' ? <RemoveQuestion question={question} /> : null;
}

interface RemoveQuestionProps {
  readonly question: Extract<Question, { kind: 'remove-participant' }>;
}

function RemoveQuestion({ question }: RemoveQuestionProps): ReactNode {
  const { call, participant } = question;
  const { send, closeQuestion } = useWindowActions();
  const callNow = useSnapshot((snapshot) => findCall(snapshot, call.id));
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const participantNow = callNow?.participants.find((other) => other.id === participant.id);
  const isGone = participantNow === undefined || callNow?.state === 'ended';
  const canRemove =
    !isGone &&
    participantNow.actions.includes('remove') &&
    lostConnectionReason(call, connection) === undefined;
  const { name } = participant;
  const operation = {
    kind: 'remove-participant',
    callId: call.id,
    participantId: participant.id,
  } as const;
  return (
    <AlertDialog
      title={format(en.window.removeTitle, { name })}
      confirmLabel={en.window.remove}
      cancelLabel={en.window.cancel}
      canConfirm={canRemove}
      onCancel={closeQuestion}
      onConfirm={() => {
        send({ ask: 'perform', operation }, name);
        closeQuestion();
      }}
    >
      <p>{format(explain(isGone, canRemove), { name })}</p>
    </AlertDialog>
  );
}

function explain(isGone: boolean, canRemove: boolean): string {
  if (isGone) {
    return en.window.removeGone;
  }
  return canRemove ? en.window.removeBody : en.window.removeNotPossible;
}
