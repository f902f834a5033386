import { Phone, UserPlus } from 'lucide-react';
import { callAvailability } from '../../contract/actions/availability';
import { whyNoDialing } from '../../contract/actions/dialing';
import type { Call } from '../../contract/call-model';
import {
  findCurrentCall,
  findOpenTalkSpaces,
  findWatchedConferences,
  isTelephoneCall,
} from '../../contract/find-calls';
import { canDial } from '../../contract/find-lines';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { lineTexts } from '../../contract/locale/line-texts';
import type { Snapshot } from '../../contract/snapshot';
import { isolate } from '../../contract/text';
import { listRecentPeople, type KnownPerson } from '../state/people';
import type { WindowState } from '../state/window-store';
import { listActionsOn } from './participant-actions';
import { markPending, type WindowAction } from './window-action';

/**
 * The actions with people from the last calls and in the current calls. Actions that are not
 * possible now are left out, since there may be a thousand people.
 */
export function listPeopleActions(state: WindowState): WindowAction[] {
  const { snapshot } = state;
  if (snapshot === undefined) {
    return [];
  }
  const inCalls = snapshot.calls.flatMap((call) =>
    call.participants.flatMap((participant) => listActionsOn(state, call, participant)),
  );
  return [
    ...listReachable(snapshot).map((action) => markPending(state, action)),
    ...inCalls.filter(({ reason }) => reason === undefined),
  ];
}

/** A number in any script and notation. The main process accepts or rejects it. */
const TYPED_NUMBER =
  /^(?:(?:tel|callto):.+|[+＋(（]*\p{Nd}[\p{Nd}\p{Zs}\p{Pd}\p{Cf}()./（）+]+)$/iu;

/** Dials the typed text if it looks like a number. */
export function listTypedNumber(snapshot: Snapshot, typed: string): WindowAction[] {
  const number = typed.trim();
  return canDial(snapshot) && TYPED_NUMBER.test(number)
    ? [{ ...dial({ name: number, address: number }), reason: whyNoDialing(snapshot) }]
    : [];
}

/** The actions to call people or add them to a call, on the line on which they can be reached. */
function listReachable(snapshot: Snapshot): WindowAction[] {
  const current = findCurrentCall(snapshot);
  const dialed = snapshot.lines.filter(({ canDial }) => canDial);
  const isDialing = canDial(snapshot) && whyNoDialing(snapshot) === undefined;
  return [
    ...(isDialing ? dialed.flatMap(({ line }) => listRecentPeople(snapshot, line)).map(dial) : []),
    ...(current !== undefined && isTelephoneCall(snapshot, current)
      ? listJoining(snapshot, current)
      : []),
    ...findOpenTalkSpaces(snapshot)
      .slice(0, 1)
      .flatMap((call) => listJoining(snapshot, call)),
    ...findWatchedConferences(snapshot).flatMap((call) => listJoining(snapshot, call)),
  ];
}

function dial({ name, address }: KnownPerson): WindowAction {
  return {
    id: 'dial-person',
    key: `dial ${address}`,
    label: format(en.palette.call, { name }),
    name,
    ...(name !== address && { detail: isolate(address) }),
    isBusy: false,
    icon: Phone,
    isOneOfMany: true,
    run: { kind: 'dial', address, target: name },
  };
}

/** People from the same line who are not in the call. */
function listJoining(snapshot: Snapshot, call: Call): WindowAction[] {
  if (callAvailability(snapshot, call, 'add-participant').kind !== 'enabled') {
    return [];
  }
  const present = new Set(call.participants.map(({ address }) => address));
  return listRecentPeople(snapshot, call.line)
    .filter(({ address }) => !present.has(address))
    .map(({ name, address }) => {
      const operation = { kind: 'add-participant', callId: call.id, address } as const;
      return {
        id: 'add-person',
        key: `add ${call.id} ${address}`,
        label: format(lineTexts(call.line).addPerson, { name }),
        name,
        ...(name !== address && { detail: isolate(address) }),
        isBusy: false,
        icon: UserPlus,
        isOneOfMany: true,
        run: { kind: 'perform', operation, target: name },
      };
    });
}
