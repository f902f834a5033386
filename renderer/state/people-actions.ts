import type { Call, Line, Participant, ParticipantAction } from '../../contract/call-model';
import type { ParticipantOperation } from '../../contract/call-operations';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Snapshot } from '../../contract/snapshot';
import { isolate } from '../../contract/text';
import type { ActionRun, AgentAction } from './agent-action';
import {
  callButtonState,
  describeNames,
  describeNumber,
  describeParties,
  findCallOfLine,
  findConnection,
  findCurrentCall,
  findOpenTalkSpaces,
  isolateNames,
  listParties,
  participantButtonState,
} from './call-view';
import { dial, performOperation } from './requests';
import { listRecentPeople, type KnownPerson } from './people';

/**
 * What is possible with people: those who are in the calls, and those of the last calls. What is not
 * possible now is left out, as there may be a thousand of them.
 */
export function listPeopleActions(snapshot: Snapshot): AgentAction[] {
  return [
    ...listReachable(snapshot),
    ...snapshot.calls.flatMap((call) =>
      call.participants.flatMap((participant) =>
        listParticipantActions(snapshot, call, participant),
      ),
    ),
  ].map((action) => ({ ...action, isAboutPerson: true }));
}

/** In any script and notation; the main process understands it, or asks. */
const TYPED_NUMBER =
  /^(?:(?:tel|callto):.+|[+＋(（]*\p{Nd}[\p{Nd}\p{Zs}\p{Pd}\p{Cf}().\/（）+]+)$/iu;

/** Dials what was typed, where it looks like a number. */
export function listTypedNumber(snapshot: Snapshot, typed: string): AgentAction[] {
  const number = typed.trim();
  return snapshot.offers.dial && TYPED_NUMBER.test(number)
    ? [{ ...callPerson({ name: number, address: number }), reason: whyNoDialing(snapshot) }]
    : [];
}

/** Why no number can be dialled now, where numbers can be dialled at all. */
export function whyNoDialing({ connections }: Snapshot): string | undefined {
  const isConnected = connections.some(
    ({ vendor, state }) => vendor === 'genesys' && state === 'connected',
  );
  return isConnected
    ? undefined
    : format(en.window.reasons.noConnection, { vendor: en.vendors.genesys });
}

/** Calls people, or has them join, each on the line on which they can be reached. */
function listReachable(snapshot: Snapshot): AgentAction[] {
  const current = findCurrentCall(snapshot);
  const telephoned = listRecentPeople(snapshot, 'genesys');
  const canDial = snapshot.offers.dial && whyNoDialing(snapshot) === undefined;
  return [
    ...(canDial ? telephoned.map(callPerson) : []),
    ...listJoining(snapshot, current?.line === 'genesys' ? current : undefined),
    ...listJoining(snapshot, findOpenTalkSpaces(snapshot)[0]),
    ...listJoining(snapshot, findCallOfLine(snapshot, 'conference')),
  ];
}

function callPerson({ name, address }: KnownPerson): AgentAction {
  return {
    id: `dial ${address}`,
    label: format(en.palette.call, { name }),
    name,
    detail: name === address ? undefined : isolate(address),
    run: { kind: 'send', request: dial(address), target: name },
  };
}

const ADD_LABELS: Record<Line, string> = {
  genesys: en.palette.addPersonToCall,
  talkspace: en.palette.addPersonToTalkSpace,
  conference: en.palette.addPersonToConference,
};

/** Who was on the same line and is not in the call. */
function listJoining(snapshot: Snapshot, call: Call | undefined): AgentAction[] {
  if (
    call === undefined ||
    callButtonState(call, 'add-participant', findConnection(snapshot, call)).kind !== 'enabled'
  ) {
    return [];
  }
  const present = new Set(call.participants.map(({ address }) => address));
  return listRecentPeople(snapshot, call.line)
    .filter(({ address }) => !present.has(address))
    .map(({ name, address }) => {
      const operation = { kind: 'add-participant', callId: call.id, address } as const;
      return {
        id: `add ${call.id} ${address}`,
        label: format(ADD_LABELS[call.line], { name }),
        name,
        detail: name === address ? undefined : isolate(address),
        run: { kind: 'send', request: performOperation(operation), target: name },
      };
    });
}

function listParticipantActions(
  snapshot: Snapshot,
  call: Call,
  participant: Participant,
): AgentAction[] {
  const connection = findConnection(snapshot, call);
  const parties = describeParties(call);
  const detail = [
    isolate(describeNumber(participant) ?? ''),
    parties === participant.name ? '' : describeNames(isolateNames(listParties(call))),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return participant.actions.flatMap((action) => {
    const run = runOf(snapshot, call, participant, action);
    const state = participantButtonState(call, participant, action, connection);
    return run === undefined || state.kind !== 'enabled'
      ? []
      : {
          id: `${action} ${call.id} ${participant.id}`,
          label: format(en.commands[`${action}-participant`].name, { target: participant.name }),
          name: participant.name,
          detail,
          run,
        };
  });
}

function runOf(
  snapshot: Snapshot,
  call: Call,
  participant: Participant,
  action: ParticipantAction,
): ActionRun | undefined {
  switch (action) {
    case 'remove':
      return { kind: 'open', dialog: { kind: 'remove-participant', call, participant } };
    case 'play':
      return { kind: 'open', dialog: { kind: 'play', call, participant } };
    case 'move':
      return findOpenTalkSpaces(snapshot).length > 1
        ? { kind: 'open', dialog: { kind: 'move', call, participant } }
        : undefined;
    default: {
      const kind: ParticipantOperation = `${action}-participant`;
      const operation = { kind, callId: call.id, participantId: participant.id };
      return { kind: 'send', request: performOperation(operation), target: participant.name };
    }
  }
}
