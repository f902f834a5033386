import {
  ArrowRightLeft,
  Mic,
  MicOff,
  Pause,
  Play,
  Square,
  UserMinus,
  Volume2,
  type LucideIcon,
} from 'lucide-react';
import { listParticipantActions } from '../../contract/actions/participant-actions';
import type { ParticipantActionView } from '../../contract/actions/action';
import type { Call, Participant, ParticipantAction } from '../../contract/call-model';
import type { WindowState } from '../state/window-store';
import { markPending, type ActionRun, type WindowAction } from './window-action';

const ICONS: Record<ParticipantAction, LucideIcon> = {
  mute: MicOff,
  unmute: Mic,
  hold: Pause,
  retrieve: Play,
  play: Volume2,
  'stop-playing': Square,
  move: ArrowRightLeft,
  remove: UserMinus,
};

/** The actions on a participant. */
export function listActionsOn(
  state: WindowState,
  call: Call,
  participant: Participant,
): WindowAction[] {
  const { snapshot } = state;
  const views = snapshot === undefined ? [] : listParticipantActions(snapshot, call, participant);
  return views.map(({ id, label, name, detail, reason, isBusy, ...view }) =>
    markPending(state, {
      id,
      key: `${id} ${call.id} ${participant.id}`,
      label,
      ...(name !== undefined && { name }),
      ...(detail !== undefined && { detail }),
      reason,
      isBusy,
      icon: ICONS[id],
      isOneOfMany: true,
      run: runOf(call, participant, id, view),
    }),
  );
}

function runOf(
  call: Call,
  participant: Participant,
  id: ParticipantAction,
  { operation, target }: Pick<ParticipantActionView, 'operation' | 'target'>,
): ActionRun {
  if (id === 'remove') {
    return { kind: 'open', dialog: { kind: 'remove-participant', call, participant } };
  }
  return operation === undefined
    ? { kind: 'open', dialog: { kind: id === 'move' ? 'move' : 'play', call, participant } }
    : { kind: 'perform', operation, target };
}
