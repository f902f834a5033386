import type { Call, CallAction } from '../../contract/call-model';
import type { SimpleOperation } from '../../contract/call-operations';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { isolate } from '../../contract/text';
import type { Snapshot } from '../../contract/snapshot';
import type { ActionRun, AgentAction } from './agent-action';
import {
  callButtonState,
  describeParties,
  findConnection,
  findOtherCalls,
  firstPossible,
  reasonOf,
} from './call-view';
import { performOperation, showCall } from './requests';
import type { ShortcutName } from './shortcuts';

/** What is asked for by one press, in the order in which it matters to somebody on the telephone. */
const TELEPHONE_OPERATIONS = [
  'answer',
  'reject',
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'complete-conference',
  'complete-transfer',
  'start-recording',
  'pause-recording',
  'resume-recording',
  'stop-recording',
  'hang-up',
] as const satisfies readonly SimpleOperation[];

/** What can be done to the current telephone call. */
export function listTelephoneActions(snapshot: Snapshot, call: Call): AgentAction[] {
  const of = actionsOf(snapshot, call);
  const callId = call.id;
  const hasData = (call.attachedData ?? []).length > 0;
  return [
    ...TELEPHONE_OPERATIONS.flatMap((operation) => of.simple(operation, operation)),
    ...of.any('add', en.actions.addTitle, ['add-participant', 'consult-conference'], {
      kind: 'open',
      dialog: { kind: 'add', call },
    }),
    ...of.any('transfer', en.actions.transferTitle, ['transfer', 'consult-transfer'], {
      kind: 'open',
      dialog: { kind: 'transfer', call },
    }),
    ...of.any('keypad', en.actions.keypad, ['send-tones'], {
      kind: 'toggle',
      panel: { kind: 'keypad', callId },
    }),
    ...listSwaps(snapshot, call),
    ...(hasData || call.actions.includes('attach-data')
      ? of.any('add-data', en.actions.addData, ['attach-data'], {
          kind: 'toggle',
          panel: { kind: 'add-data', callId },
        })
      : []),
    ...(hasData
      ? of.any('delete-all-data', en.actions.deleteAllData, ['delete-all-data'], {
          kind: 'open',
          dialog: { kind: 'delete-all-data', call },
        })
      : []),
    ...of.any('clear', en.commands.clear.name, ['clear'], {
      kind: 'open',
      dialog: { kind: 'clear', call },
    }),
    ...of.any('recording', en.recordings.dialogTitle, ['delete-call'], {
      kind: 'open',
      dialog: { kind: 'recording', call },
    }),
    ...of.any('delete-call', en.commands['delete-call'].name, ['delete-call'], {
      kind: 'open',
      dialog: { kind: 'delete-call', call },
    }),
  ];
}

/** The other calls: to talk to instead, and to look at. */
function listSwaps(snapshot: Snapshot, call: Call): AgentAction[] {
  const others = findOtherCalls(snapshot);
  const canSwap = call.actions.includes('swap');
  const reason = reasonOf(callButtonState(call, 'swap', findConnection(snapshot, call)));
  return others.flatMap((other): AgentAction[] => {
    const name = describeParties(other);
    const operation = { kind: 'swap', callId: call.id, otherCallId: other.id } as const;
    return [
      ...(canSwap
        ? [
            {
              id: `swap ${other.id}`,
              label: format(en.actions.swapWith, { name }),
              name,
              // With several, a key could not say which.
              ...(others.length === 1 && { shortcut: 'swap' as const }),
              reason,
              run: { kind: 'send', request: performOperation(operation), target: name } as const,
            },
          ]
        : []),
      {
        id: `show-call ${other.id}`,
        label: format(en.window.showCall, { name }),
        name,
        run: { kind: 'send', request: showCall(other.id), target: name },
      },
    ];
  });
}

/** What can be done to one TalkSpace; only the newest one's actions have keys. */
export function listTalkSpaceActions(
  snapshot: Snapshot,
  call: Call,
  isNewest: boolean,
): AgentAction[] {
  const of = actionsOf(snapshot, call, isolate(call.reference));
  const actions = [
    ...of.any('add-to-talkspace', en.palette.addToTalkSpace, ['add-participant'], {
      kind: 'open',
      dialog: { kind: 'add', call },
    }),
    ...of.simple('close-talkspace', 'close-talkspace'),
  ];
  return isNewest ? actions : actions.map((action) => ({ ...action, shortcut: undefined }));
}

/** What can be done to the conference that is watched. */
export function listConferenceActions(snapshot: Snapshot, call: Call): AgentAction[] {
  const of = actionsOf(snapshot, call);
  const { room } = en.actions;
  return [
    ...of.simple('hold', 'hold-room', room.hold),
    ...of.simple('retrieve', 'retrieve-room', room.retrieve),
    ...of.simple('mute', 'mute-room', room.mute),
    ...of.simple('unmute', 'unmute-room', room.unmute),
    ...of.any('add-to-room', en.palette.addToConference, ['add-participant'], {
      kind: 'open',
      dialog: { kind: 'add', call },
    }),
    ...of.any('play-to-room', en.actions.play, ['play'], {
      kind: 'open',
      dialog: { kind: 'play', call },
    }),
    ...of.simple('stop-playing', 'stop-playing'),
    ...of.any('complete-room', en.commands['complete-room'].name, ['complete-room'], {
      kind: 'open',
      dialog: { kind: 'complete-room', call },
    }),
  ];
}

interface ActionsOf {
  /** What one press asks for; none where the call has no button for it. */
  simple(operation: SimpleOperation, name: ShortcutName, label?: string): AgentAction[];
  /** What is possible while one of the call's actions is. */
  any(name: ShortcutName, label: string, needs: CallAction[], run: ActionRun): AgentAction[];
}

function actionsOf(snapshot: Snapshot, call: Call, detail?: string): ActionsOf {
  const connection = findConnection(snapshot, call);
  const any: ActionsOf['any'] = (name, label, needs, run) => {
    const state = firstPossible(needs.map((need) => callButtonState(call, need, connection)));
    return state.kind === 'absent'
      ? []
      : [{ id: `${name} ${call.id}`, label, detail, shortcut: name, reason: reasonOf(state), run }];
  };
  return {
    any,
    simple: (operation, name, label = en.commands[operation].name) =>
      isPointless(call, operation)
        ? []
        : any(name, label, [operation], {
            kind: 'send',
            request: performOperation({ kind: operation, callId: call.id }),
            target: describeParties(call),
          }),
  };
}

/** Of mute and unmute, hold and retrieve, only the one that applies has a button; so has answering. */
function isPointless({ isMuted, isHeld, state }: Call, operation: SimpleOperation): boolean {
  switch (operation) {
    case 'mute':
      return isMuted;
    case 'unmute':
      return !isMuted;
    case 'hold':
      return isHeld;
    case 'retrieve':
      return !isHeld;
    case 'answer':
    case 'reject':
      return state !== 'ringing';
    default:
      return false;
  }
}
