import type { Call, Participant, ParticipantAction } from '../call-model';
import type { CallOperation, ParticipantOperation } from '../call-operations';
import { describeNames, describeNumber, isolateNames, listParties } from '../call-names';
import { en } from '../locale/en';
import { format } from '../locale/format';
import type { Snapshot } from '../snapshot';
import { isolate } from '../text';
import type { ParticipantActionView } from './action';
import { participantAvailability, reasonOf } from './availability';
import { isOperationUnderWay } from './under-way';

/** In the order of a participant's menu. Removal comes last. */
const ORDER = [
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'play',
  'stop-playing',
  'move',
  'remove',
] as const satisfies readonly ParticipantAction[];

/** The actions on a participant now. */
export function listParticipantActions(
  snapshot: Pick<Snapshot, 'connections' | 'lines' | 'commands'>,
  call: Call,
  participant: Participant,
): ParticipantActionView[] {
  return ORDER.flatMap((id): ParticipantActionView[] => {
    const availability = participantAvailability(snapshot, call, participant, id);
    if (availability.kind === 'absent') {
      return [];
    }
    const operation = operationOf(id, call, participant);
    return [
      {
        id,
        callId: call.id,
        participantId: participant.id,
        ...labelOf(id, call, participant),
        target: participant.name,
        reason: reasonOf(availability),
        isBusy: operation !== undefined && isOperationUnderWay(snapshot, operation),
        ...(operation !== undefined && { operation }),
        ...(id === 'remove' && { isConfirmed: true }),
      },
    ];
  });
}

/**
 * The label of a removal names the person. The other actions are listed under the name or have it
 * as their detail.
 */
function labelOf(
  id: ParticipantAction,
  call: Call,
  participant: Participant,
): Pick<ParticipantActionView, 'label' | 'name' | 'detail'> {
  const { name } = participant;
  const number = describeNumber(participant);
  const withOthers = call.participants.length > 1;
  const about = [
    ...(id === 'remove' ? [] : [isolate(name)]),
    ...(number === undefined ? [] : [isolate(number)]),
    ...(withOthers ? [describeNames(isolateNames(listParties(call)))] : []),
  ];
  return {
    detail: about.join(' · '),
    ...(id === 'remove'
      ? { label: format(en.commands['remove-participant'].name, { target: name }), name }
      : { label: en.actions.participant[id] }),
  };
}

/** Its operation, if no dialog comes first. */
function operationOf(
  id: ParticipantAction,
  call: Call,
  participant: Participant,
): CallOperation | undefined {
  if (id === 'play' || id === 'move') {
    return undefined;
  }
  const kind: ParticipantOperation = `${id}-participant`;
  return { kind, callId: call.id, participantId: participant.id };
}
