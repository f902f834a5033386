import { useState, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call, Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { findOpenTalkSpaces } from '../../../contract/find-calls';
import { listParties } from '../../../contract/call-names';
import { performOperation } from '../../state/requests';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { RadioField } from '../../ui/Fields';
import { Names, Sentence } from '../../ui/Name';
import { useParticipantReason } from '../dialogs/use-reason';

interface MoveDialogProps {
  readonly call: Call;
  readonly participant: Participant;
}

/** Asks which of the other open TalkSpaces to move somebody to. None is preselected. */
export function MoveDialog({ call, participant }: MoveDialogProps): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const open = useSnapshot(useShallow(findOpenTalkSpaces)) ?? [];
  const goals = open.filter(({ id }) => id !== call.id);
  const [chosen, setChosen] = useState('');
  const goal = goals.find(({ id }) => id === chosen);
  const reason = useParticipantReason(call, participant, 'move');
  const { id: participantId, name } = participant;

  function move(): void {
    if (goal !== undefined) {
      const operation = {
        kind: 'move-participant',
        callId: call.id,
        participantId,
        toCallId: goal.id,
      } as const;
      send(performOperation(operation), name);
      closeDialog();
    }
  }

  return (
    <Dialog
      title={<Sentence text={en.actions.moveTitle} values={{ name }} />}
      answers={[
        {
          label: en.actions.move,
          isDisabled: goal === undefined,
          reason,
          onPress: move,
        },
      ]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <RadioField
        label={en.actions.moveTo}
        choices={goals.map((other) => ({
          value: other.id,
          label: format(en.actions.oneTalkSpace, { id: other.reference }),
          detail:
            other.participants.length === 0 ? (
              en.window.nobodyInTalkSpace
            ) : (
              <Names list={listParties(other)} />
            ),
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </Dialog>
  );
}
