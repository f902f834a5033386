import type { ReactNode } from 'react';
import type { Participant } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { useActionsOn } from '../../actions/use-actions';
import { Menu } from '../../ui/Menu';
import { ActionEntry } from '../actions/ActionEntry';

interface ParticipantMenuProps {
  readonly callId: string;
  readonly participant: Participant;
}

/** The actions on a participant, except removal. */
export function ParticipantMenu({ callId, participant }: ParticipantMenuProps): ReactNode {
  return (
    <Menu label={format(en.actions.actionsFor, { name: participant.name })}>
      <Entries callId={callId} participantId={participant.id} />
    </Menu>
  );
}

interface EntriesProps {
  readonly callId: string;
  readonly participantId: string;
}

function Entries({ callId, participantId }: EntriesProps): ReactNode {
  return useActionsOn(callId, participantId)
    .filter(({ id }) => id !== 'remove')
    .map((action) => <ActionEntry key={action.key} action={action} />);
}
