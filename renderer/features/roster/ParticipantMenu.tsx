import { ArrowRightLeft, Mic, MicOff, Pause, Play, Square, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call, Participant, ParticipantAction } from '../../../contract/call-model';
import type { ParticipantOperation } from '../../../contract/call-operations';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { findCall, findConnection, participantButtonState, reasonOf } from '../../state/call-view';
import { performOperation } from '../../state/requests';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Menu, MenuEntry } from '../../ui/Menu';

type MenuAction = Exclude<ParticipantAction, 'remove'>;

const ICONS: Record<MenuAction, ReactNode> = {
  mute: <MicOff aria-hidden />,
  unmute: <Mic aria-hidden />,
  hold: <Pause aria-hidden />,
  retrieve: <Play aria-hidden />,
  play: <Volume2 aria-hidden />,
  'stop-playing': <Square aria-hidden />,
  move: <ArrowRightLeft aria-hidden />,
};

interface ParticipantMenuProps {
  readonly callId: string;
  readonly participant: Participant;
}

/** What can be done to one who is in a call, removing apart. */
export function ParticipantMenu({ callId, participant }: ParticipantMenuProps): ReactNode {
  return (
    <Menu label={format(en.actions.actionsFor, { name: participant.name })}>
      <Entries callId={callId} participant={participant} />
    </Menu>
  );
}

function Entries({ callId, participant }: ParticipantMenuProps): ReactNode {
  const call = useSnapshot((snapshot) => findCall(snapshot, callId));
  if (call === undefined) {
    return null;
  }
  const entry = { call, participant };
  return (
    <>
      <SimpleEntry {...entry} action="mute" />
      <SimpleEntry {...entry} action="unmute" />
      <SimpleEntry {...entry} action="hold" />
      <SimpleEntry {...entry} action="retrieve" />
      <DialogEntry {...entry} action="play" />
      <SimpleEntry {...entry} action="stop-playing" />
      <DialogEntry {...entry} action="move" />
    </>
  );
}

interface EntryProps<Action extends MenuAction> {
  readonly call: Call;
  readonly participant: Participant;
  readonly action: Action;
}

type SimpleAction = Exclude<MenuAction, 'play' | 'move'>;

function SimpleEntry(props: EntryProps<SimpleAction>): ReactNode {
  const { call, participant, action } = props;
  const kind: ParticipantOperation = `${action}-participant`;
  const request = performOperation({ kind, callId: call.id, participantId: participant.id });
  const isBusy = useIsUnderWay(request);
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { send } = useWindowActions();
  const state = participantButtonState(call, participant, action, connection);
  return state.kind === 'absent' ? null : (
    <MenuEntry
      label={en.actions.participant[action]}
      icon={ICONS[action]}
      isBusy={isBusy}
      reason={reasonOf(state)}
      onPress={() => send(request, participant.name)}
    />
  );
}

/** Opens the dialog that asks for what is needed. */
function DialogEntry(props: EntryProps<'play' | 'move'>): ReactNode {
  const { call, participant, action } = props;
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { openDialog } = useWindowActions();
  const state = participantButtonState(call, participant, action, connection);
  return state.kind === 'absent' ? null : (
    <MenuEntry
      label={en.actions.participant[action]}
      icon={ICONS[action]}
      reason={reasonOf(state)}
      onPress={() => openDialog({ kind: action, call, participant })}
    />
  );
}
