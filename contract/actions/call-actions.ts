import type { Call, CallAction } from '../call-model';
import type { CallOperation, SimpleOperation } from '../call-operations';
import {
  findCurrentCall,
  findLinkedCall,
  hasBeenAnswered,
  isTelephoneCall,
  listLiveTelephoneCalls,
} from '../find-calls';
import { en } from '../locale/en';
import { format } from '../locale/format';
import { lineTexts } from '../locale/line-texts';
import type { Snapshot } from '../snapshot';
import { isolate } from '../text';
import type { CallActionId, CallActionView } from './action';
import { callAvailability, firstPossible, reasonOf } from './availability';
import { findAttachedWrapUp, isEmptyWrapUp } from '../wrap-up-data';
import { isOperationUnderWay, isRecordingOperationUnderWay } from './under-way';

/** The actions on a call now, most important first. */
export function listCallActions(snapshot: Snapshot, call: Call): CallActionView[] {
  return isTelephoneCall(snapshot, call)
    ? listTelephoneActions(snapshot, call)
    : listRoomActions(snapshot, call);
}

function listTelephoneActions(snapshot: Snapshot, call: Call): CallActionView[] {
  const { simple, any } = builderFor(snapshot, call);
  const hasData = (call.attachedData ?? []).length > 0;
  const canHaveData = hasData || call.actions.includes('attach-data');
  return [
    ...(call.state === 'ringing' ? simple('answer') : [...simple('mute'), ...simple('unmute')]),
    ...simple('hold'),
    ...simple('retrieve'),
    ...listEnding(snapshot, call),
    ...listCompletions(snapshot, call),
    ...any('add', en.actions.add, ['add-participant', 'consult-conference']),
    ...any('transfer', en.actions.transfer, ['transfer', 'consult-transfer']),
    ...any('keypad', en.actions.keypad, ['send-tones']),
    ...listDeleteCall(snapshot, call),
    ...simple('start-recording'),
    ...simple('pause-recording'),
    ...simple('resume-recording'),
    ...simple('stop-recording'),
    ...any('recording', en.recordings.details, ['delete-call']),
    ...(canHaveData ? any('add-data', en.actions.addData, ['attach-data']) : []),
    ...(hasUnattachedWrapUp(call) ? simple('attach-wrap-up') : []),
    ...(hasData ? confirmed(simple('delete-all-data')) : []),
    ...confirmed(simple('clear')),
  ];
}

/** The actions on a TalkSpace or a conference. */
function listRoomActions(snapshot: Snapshot, call: Call): CallActionView[] {
  const { simple, any } = builderFor(snapshot, call);
  const { room } = en.actions;
  const detail = format(en.actions.detailOfRoom, {
    line: lineTexts(call.line).title,
    id: isolate(call.reference),
  });
  return [
    ...simple('mute', room.mute),
    ...simple('unmute', room.unmute),
    ...simple('hold', room.hold),
    ...simple('retrieve', room.retrieve),
    ...any('add', en.actions.add, ['add-participant']),
    ...any('play', en.actions.play, ['play']),
    ...simple('stop-playing'),
    ...simple('pause-recording'),
    ...simple('resume-recording'),
    ...simple('stop-recording'),
    ...(call.actions.includes('delete-call') ? listRecordingActions(snapshot, call) : []),
    ...confirmed(simple('complete-room')),
    ...simple('close-talkspace'),
  ].map((action) => ({ ...action, detail }));
}

/** Answer and Reject for a call that rings during another one. */
export function listWaitingCallActions(snapshot: Snapshot, call: Call): CallActionView[] {
  return listCallActions(snapshot, call).filter(
    ({ id }) => id === 'answer' || id === 'reject' || id === 'hang-up',
  );
}

/** Reject while it rings, or hang up if the service cannot reject; otherwise hang up. */
function listEnding(snapshot: Snapshot, call: Call): CallActionView[] {
  const { state, actions } = call;
  const canOnlyHangUp = actions.includes('hang-up') && !actions.includes('reject');
  return state === 'ringing' && !canOnlyHangUp
    ? builderFor(snapshot, call).simple('reject')
    : listHangUp(snapshot, call);
}

/** With more than one call, the label names the one to hang up. */
function listHangUp(snapshot: Snapshot, call: Call): CallActionView[] {
  const hangUp = builderFor(snapshot, call).simple('hang-up');
  if (listLiveTelephoneCalls(snapshot).length < 2) {
    return hangUp;
  }
  const { name } = call.identity;
  return hangUp.map((action) => ({
    ...action,
    label: format(en.actions.hangUpNamed, { name }),
    name,
  }));
}

/**
 * The actions that end a consultation. Two calls that the vendor does not link can also be merged,
 * or one transferred to the other. This must be confirmed, since both may be customers.
 */
function listCompletions(snapshot: Snapshot, call: Call): CallActionView[] {
  const linked = findLinkedCall(snapshot, call);
  const other = linked ?? findUnlinkedCall(snapshot, call);
  if (other === undefined) {
    return [];
  }
  const { requested } = builderFor(snapshot, call);
  const pair = { callId: call.id, otherCallId: other.id };
  // The consultation is the call that was started from the other one.
  const consulted = linked !== undefined && linked.id === call.parentCallId ? call : other;
  const { name } = consulted.identity;
  const label = format(en.actions.transferTo, { name });
  const completions = [
    ...requested({ kind: 'complete-transfer', ...pair }, label).map((action) => ({
      ...action,
      name,
    })),
    ...requested({ kind: 'complete-conference', ...pair }),
  ].map((action) => ({ ...action, otherCallId: other.id }));
  return linked === undefined ? confirmed(completions) : completions;
}

/** The call to complete a transfer or a conference with, although neither is a consultation. */
function findUnlinkedCall(snapshot: Snapshot, call: Call): Call | undefined {
  const others = listLiveTelephoneCalls(snapshot).filter(
    (other) => other.id !== call.id && hasBeenAnswered(other),
  );
  return others.find(({ state }) => state === 'held') ?? others[0];
}

/** Swap and Show for another call. */
export function listOtherCallActions(snapshot: Snapshot, other: Call): CallActionView[] {
  const current = findCurrentCall(snapshot);
  const { name } = other.identity;
  const about = { name, target: name, otherCallId: other.id } as const;
  const show: CallActionView = {
    ...about,
    id: 'show-call',
    callId: other.id,
    label: format(en.window.showCall, { name }),
    isBusy: false,
  };
  if (current?.actions.includes('swap') !== true || !hasBeenAnswered(other)) {
    return [show];
  }
  const operation = { kind: 'swap', callId: current.id, otherCallId: other.id } as const;
  const swap: CallActionView = {
    ...about,
    id: 'swap',
    callId: current.id,
    label: format(en.actions.swapWith, { name }),
    reason: reasonOf(callAvailability(snapshot, current, 'swap')),
    isBusy: isOperationUnderWay(snapshot, operation),
    operation,
  };
  return [swap, show];
}

/** The actions on the recordings that the service of a conference keeps. */
function listRecordingActions(snapshot: Snapshot, call: Call): CallActionView[] {
  const { any } = builderFor(snapshot, call);
  return [
    ...any('recording', en.recordings.details, ['delete-call']),
    ...listDeleteCall(snapshot, call),
  ];
}

/** Whether the agent's note or outcome differs from what is attached to the call. */
function hasUnattachedWrapUp(call: Call): boolean {
  const { wrapUp } = call;
  if (wrapUp === undefined) return false;
  const attached = findAttachedWrapUp(call, wrapUp);
  return attached === 'other' || (attached === 'none' && !isEmptyWrapUp(wrapUp));
}

/** Disabled, with a reason, while the recorder cannot be asked about the call. */
function listDeleteCall(snapshot: Snapshot, call: Call): CallActionView[] {
  const isAllowed = call.actions.includes('delete-call');
  return !snapshot.hasRecorder && !isAllowed
    ? []
    : [
        {
          id: 'delete-call',
          callId: call.id,
          label: en.commands['delete-call'].name,
          target: call.identity.name,
          reason: isAllowed ? undefined : en.recordings.notYet,
          isBusy: isRecordingOperationUnderWay(snapshot, 'delete-call', call.id),
          isConfirmed: true,
        },
      ];
}

function confirmed(actions: readonly CallActionView[]): CallActionView[] {
  return actions.map((action) => ({ ...action, isConfirmed: true }));
}

interface Builder {
  /** The action for one operation; none if it is not offered. */
  readonly simple: (operation: SimpleOperation, label?: string) => CallActionView[];
  /** The action for this operation; none if it is not offered. */
  readonly requested: (
    operation: CallOperation & { readonly kind: CallAction & CallActionId },
    label?: string,
  ) => CallActionView[];
  /** An action that opens a dialog first; allowed while one of the call's actions is. */
  readonly any: (id: CallActionId, label: string, needs: readonly CallAction[]) => CallActionView[];
}

function builderFor(snapshot: Snapshot, call: Call): Builder {
  const about = { callId: call.id, target: call.identity.name };
  const any: Builder['any'] = (id, label, needs) => {
    const availability = firstPossible(needs.map((need) => callAvailability(snapshot, call, need)));
    return availability.kind === 'absent'
      ? []
      : [{ ...about, id, label, reason: reasonOf(availability), isBusy: false }];
  };
  const requested: Builder['requested'] = (operation, label) => {
    const { kind } = operation;
    const isBusy = isOperationUnderWay(snapshot, operation);
    return any(kind, label ?? en.commands[kind].name, [kind]).map((action) => ({
      ...action,
      isBusy,
      operation,
    }));
  };
  return {
    any,
    requested,
    simple: (kind, label) => requested({ kind, callId: call.id }, label),
  };
}
