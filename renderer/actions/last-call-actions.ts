import { FileAudio, NotebookPen, PhoneOutgoing, X } from 'lucide-react';
import { whyNoDialing } from '../../contract/actions/dialing';
import { describeNames } from '../../contract/call-names';
import { canDial } from '../../contract/find-lines';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { LastCall, MissedCall } from '../../contract/snapshot';
import { isolate } from '../../contract/text';
import { listEndedParties } from '../state/recorded-call';
import type { WindowState } from '../state/window-store';
import { markPending, type WindowAction } from './window-action';

/** The actions on ended calls. A repeated caller is offered once. */
export function listLastCallActions(state: WindowState): WindowAction[] {
  const { missedCalls = [], lastCalls = [] } = state.snapshot ?? {};
  const ended = lastCalls.filter(({ id }) => missedCalls.every((missed) => missed.id !== id));
  const listed = new Set<string>();
  return [
    ...missedCalls.flatMap((call) => listActionsOnMissed(state, call)),
    ...ended.flatMap((call) => listActionsOnLastCall(state, call)),
  ].filter(({ run }) => {
    const address = run.kind === 'dial' ? run.address : undefined;
    const isListed = address !== undefined && listed.has(address);
    if (address !== undefined) listed.add(address);
    return !isListed;
  });
}

/** The actions on a missed call, until it is dismissed or called back. */
export function listActionsOnMissed(state: WindowState, call: MissedCall): WindowAction[] {
  const { id, identity, address } = call;
  const { name } = identity;
  return [
    markPending(state, {
      ...describe('dismiss-missed-call', id, en.lastCalls.dismiss, name),
      icon: X,
      run: { kind: 'dismiss-missed-call', callId: id, target: name },
    }),
    ...listCallBack(state, { callId: id, name, address }),
  ];
}

/** The actions on an ended call: note and outcome, recording, and calling back. */
export function listActionsOnLastCall(state: WindowState, call: LastCall): WindowAction[] {
  const { id, address, canLookUpRecording } = call;
  const name = describeNames(listEndedParties(call));
  return [
    {
      ...describe('write-about', id, en.wrapUp.edit, name),
      icon: NotebookPen,
      run: { kind: 'open', dialog: { kind: 'wrap-up', call } },
    },
    ...(canLookUpRecording
      ? [
          {
            ...describe('recording', id, en.recordings.openOf, name),
            icon: FileAudio,
            run: { kind: 'open', dialog: { kind: 'recording', call } },
          } as const,
        ]
      : []),
    ...listCallBack(state, { callId: id, name, address }),
  ];
}

/** A person to dial. */
export interface Dialed {
  /** The call to call back about, if any. */
  readonly callId?: string;
  readonly name: string;
  /** Undefined if they cannot be called. */
  readonly address: string | undefined;
}

/**
 * None if no line can dial. While the line is not connected, the action is disabled with that
 * reason.
 */
export function listCallBack(
  state: WindowState,
  { callId = '', name, address }: Dialed,
  label: string = en.lastCalls.callBack,
): WindowAction[] {
  const { snapshot } = state;
  return snapshot === undefined || address === undefined || !canDial(snapshot)
    ? []
    : [
        markPending(state, {
          ...describe('call-back', `${callId} ${address}`, label, name),
          ...(name !== address && { detail: isolate(address) }),
          icon: PhoneOutgoing,
          reason: whyNoDialing(snapshot),
          run: { kind: 'dial', address, target: name },
        }),
      ];
}

function describe(
  id: string,
  about: string,
  label: string,
  name: string,
): Omit<WindowAction, 'run'> {
  return {
    id,
    key: `${id} ${about}`,
    label: format(label, { name }),
    name,
    isBusy: false,
    isOneOfMany: true,
  };
}
