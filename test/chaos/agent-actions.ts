import type { Call, CallAction, Participant } from '../../contract/call-model';
import { SIMPLE_OPERATIONS } from '../../contract/call-operations';
import type { CallOperation, ParticipantOperation } from '../../contract/call-operations';
import type { RecordingOperation } from '../../contract/recording';
import type { Snapshot } from '../../contract/snapshot';
import { AUDIO, choose, GUESTS, NUMBERS, TWILIO_NUMBERS } from './scripted-events';
import type { ScriptedEvent } from './scripted-events';
import type { Random } from './random';
import type { AgentWindow } from './agent-window';
import type { World } from './world';

/** The random part of an action, drawn before the content of the window is known. */
interface Choice {
  readonly share: number;
  readonly shareOfActions: number;
  readonly shareOfRoster: number;
  readonly number: string;
  readonly guest: string;
  readonly twilioNumber: string;
  readonly isMuted: boolean;
}

/** The operation that an action requests, or undefined if it is not possible now. */
type Press = (snapshot: Snapshot, choice: Choice) => CallOperation | undefined;

const NAMED = { kind: 'named', name: AUDIO.name } as const;
const SENTENCE = { kind: 'sentence', sentence: 'One moment, please.' } as const;
const FILE = { kind: 'file', url: 'https://sounds.example.com/one-moment.wav' } as const;

const RECORDING_OPERATIONS = ['delete-call', 'keep-recording', 'unkeep-recording'] as const;

/** Requested even if the window does not offer them, because they must not be sent if not allowed. */
const PRESSED_ANYWAY = [
  'answer',
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'hang-up',
  'add-participant',
  'attach-data',
  'start-recording',
  'stop-recording',
  'close-talkspace',
] as const satisfies readonly CallAction[];
const PRESSED_ON_PEOPLE = [
  'remove-participant',
  'remove-participant',
  'mute-participant',
  'unmute-participant',
  'hold-participant',
] as const satisfies readonly ParticipantOperation[];

/** The agent's actions in the window. A double click is two requests at once. */
export function drawPress(random: Random): ScriptedEvent {
  const choice: Choice = {
    share: random.next(),
    shareOfActions: random.next(),
    shareOfRoster: random.next(),
    number: random.pick(NUMBERS),
    guest: random.pick(GUESTS),
    twilioNumber: random.pick(TWILIO_NUMBERS),
    isMuted: random.chance(0.3),
  };
  const presses = random.chance(0.3) ? 2 : 1;
  const anyway = random.pick(PRESSED_ANYWAY);
  const onPeople = random.pick(PRESSED_ON_PEOPLE);
  const onRecording = random.pick(RECORDING_OPERATIONS);

  function operate(name: string, press: Press): ScriptedEvent {
    return repeated(name, ({ window }, snapshot) => {
      const operation = press(snapshot, choice);
      if (operation === undefined) return;
      if (operation.kind === 'attach-wrap-up') {
        const { callId } = operation;
        void window.bridge.saveWrapUp({ callId, note: choice.number, outcome: 'Resolved' });
      }
      void window.bridge.performOperation(operation);
    });
  }
  function repeated(
    name: string,
    press: (world: World, snapshot: Snapshot) => Promise<void> | void,
  ): ScriptedEvent {
    return {
      name: `press: ${name}${presses === 2 ? ' twice' : ''}`,
      occur: (world) => {
        const snapshot = world.window.shown();
        if (snapshot === undefined) return;
        for (let count = 0; count < presses; count += 1) void press(world, snapshot);
      },
    };
  }

  const offered = operate('something offered', pressOffered);
  const kinds: readonly [ScriptedEvent, ...ScriptedEvent[]] = [
    offered,
    offered,
    offered,
    operate(anyway, pressAnyway(anyway)),
    operate(anyway, pressAnyway(anyway)),
    operate(onPeople, pressOnSomebody(onPeople)),
    operate(onPeople, pressOnSomebody(onPeople)),
    repeated('start TalkSpace', ({ window }, { commands }) => {
      // An agent who sees that the outcome of the last one is unknown does not start another one.
      const isInDoubt = commands.some(
        ({ action, outcome }) => action === 'start-talkspace' && outcome === 'unknown',
      );
      if (!isInDoubt) void window.bridge.startTalkSpace({ line: 'talkspace' });
    }),
    repeated('dial', ({ window }, { calls }) => {
      if (calls.length < 4) void window.bridge.dial({ address: choice.number });
    }),
    repeated('create conference', ({ window }, { lines }) => {
      for (const { line, start } of lines) {
        if (start?.action !== 'create-conference' || choice.share >= 0.3) continue;
        const from = start.from?.suggested;
        if (start.from !== undefined && from === undefined) continue;
        void window.bridge.createConference({ line, ...(from !== undefined && { from }) });
      }
    }),
    repeated(onRecording, ({ window }, snapshot) =>
      pressOnRecording(window, snapshot, onRecording, choice),
    ),
  ];
  return random.pick(kinds);
}

const pressOffered: Press = (snapshot, choice) => {
  const call = chooseCall(snapshot, choice);
  if (call === undefined) return undefined;
  const onPeople = call.participants.flatMap(({ id, actions }) =>
    actions.map((action): CallOperation | undefined => toOperationOn(call, id, action, snapshot)),
  );
  const onCall = call.actions.map((action) => toOperation(call, action, snapshot, choice));
  return choose([...onCall, ...onPeople], choice.shareOfActions);
};

function pressAnyway(action: CallAction): Press {
  return (snapshot, choice) => {
    const call = chooseCall(snapshot, choice);
    // Half of the attached data is a note. It uses no extra random number, so that seeds stay valid.
    const isNote = action === 'attach-data' && choice.shareOfRoster < 0.5;
    return call && toOperation(call, isNote ? 'attach-wrap-up' : action, snapshot, choice);
  };
}

function pressOnSomebody(kind: ParticipantOperation): Press {
  return (snapshot, choice) => {
    const call = chooseCall(snapshot, choice);
    const participant = choose(call?.participants ?? [], choice.shareOfRoster);
    return call && participant && { kind, callId: call.id, participantId: participant.id };
  };
}

function chooseCall({ calls }: Snapshot, { share }: Choice): Call | undefined {
  return choose(
    calls.filter(({ state }) => state !== 'ended'),
    share,
  );
}

function toOperation(
  call: Call,
  action: CallAction,
  { calls }: Snapshot,
  { number, guest, twilioNumber, isMuted }: Choice,
): CallOperation | undefined {
  const callId = call.id;
  const { line } = call;
  const address = line === 'talkspace' ? guest : line === 'twilio' ? twilioNumber : number;
  switch (action) {
    case 'send-tones':
      return { kind: action, callId, tones: '5' };
    case 'add-participant':
      return line === 'talkspace' || line === 'twilio'
        ? { kind: action, callId, address, isMuted }
        : { kind: action, callId, address };
    case 'transfer':
    case 'consult-conference':
    case 'consult-transfer':
      return { kind: action, callId, address };
    case 'complete-conference':
    case 'complete-transfer':
    case 'swap': {
      const other = calls.find(
        ({ id, line, state }) => line === 'genesys' && state === 'held' && id !== callId,
      );
      return other && { kind: action, callId, otherCallId: other.id };
    }
    case 'attach-data':
    case 'update-data':
      return { kind: action, callId, key: 'topic', value: number };
    case 'delete-data':
      return { kind: action, callId, key: 'topic' };
    case 'play':
      return { kind: action, callId, audio: line === 'twilio' ? NAMED : SENTENCE };
    default: {
      const kind = SIMPLE_OPERATIONS.find((simple) => simple === action);
      return kind && { kind, callId };
    }
  }
}

function toOperationOn(
  { id: callId, line }: Call,
  participantId: string,
  action: Participant['actions'][number],
  { calls }: Snapshot,
): CallOperation | undefined {
  switch (action) {
    case 'play':
      return {
        kind: 'play-participant',
        callId,
        participantId,
        audio: line === 'twilio' ? NAMED : FILE,
      };
    case 'move': {
      const other = calls.find(
        ({ id, line, state }) => line === 'talkspace' && state !== 'ended' && id !== callId,
      );
      return other && { kind: 'move-participant', callId, participantId, toCallId: other.id };
    }
    default:
      return { kind: `${action}-participant`, callId, participantId };
  }
}

/** As in the window, the recording is looked up and shown before any action on it. */
async function pressOnRecording(
  { bridge }: AgentWindow,
  { calls, lastCalls }: Snapshot,
  operation: RecordingOperation,
  { share }: Choice,
): Promise<void> {
  const going = calls.filter(({ actions }) => actions.includes('delete-call'));
  const call = choose([...going, ...lastCalls.filter((last) => last.canLookUpRecording)], share);
  if (call === undefined) return;
  const found = await bridge.lookUpRecordings({ callId: call.id });
  const [recording] = found.ok ? found.value : [];
  if (recording?.recordingId === undefined) return;
  const { recordingId } = recording;
  await bridge.performOnRecording({ callId: call.id, operation, recordingId });
}
