import type { CallAction } from '../../contract/call-model';
import type { AppError } from '../../contract/errors';
import type { Recording } from '../../contract/recording';
import { fail, type Result } from '../../contract/result';
import type { CommandRunner, Plan } from './commands';
import type {
  Answer,
  RecorderPort,
  TalkSpacePort,
  TelephonyOperation,
  TelephonyPort,
} from './ports';
import type { KnownCall } from './reducer';
import { isOpenTalkSpace } from './snapshot';
import type { CallStore, StoreState } from './store';

/** What the agent can do. Whatever comes of it is told by the store; nothing here waits for it. */
export interface CallService {
  mute(callId: string): void;
  unmute(callId: string): void;
  hold(callId: string): void;
  retrieve(callId: string): void;
  hangUp(callId: string): void;
  removeParticipant(callId: string, participantId: string): void;
  startTalkSpace(): void;
  closeTalkSpace(callId: string): void;
  /** Which recording belongs to the call, to be shown before it is deleted. */
  lookUpRecording(callId: string): Promise<Result<Recording>>;
  deleteRecording(callId: string): void;
  /** Whether the recording of this call can be asked for. */
  canDeleteRecording(call: KnownCall): boolean;
}

export interface CallServiceOptions {
  readonly store: CallStore;
  readonly runner: CommandRunner;
  readonly telephony?: TelephonyPort;
  readonly talkSpaces?: TalkSpacePort;
  readonly recorder?: RecorderPort;
}

type SimpleOperation = Exclude<TelephonyOperation['kind'], 'remove-participant'>;

/** What the state shows when an operation has been done. */
const AIMS: Record<SimpleOperation, (call: KnownCall) => boolean> = {
  mute: (call) => call.isMuted,
  unmute: (call) => !call.isMuted,
  hold: (call) => call.isHeld,
  retrieve: (call) => !call.isHeld,
  'hang-up': (call) => call.state === 'ended',
};

const NOT_CONFIGURED: AppError = { code: 'not-configured' };
const GONE: AppError = { code: 'gone' };

export function createCallService(options: CallServiceOptions): CallService {
  const { store, runner, telephony, talkSpaces, recorder } = options;
  /** What was shown in the dialog, so that just that is deleted. */
  const lookedUp = new Map<string, Recording>();

  function find(callId: string): KnownCall | undefined {
    return store.getState().calls.known.get(callId);
  }

  /** Why an action on a call cannot be done now, if it cannot. */
  function refusalFor(call: KnownCall | undefined, action: CallAction): AppError | undefined {
    if (call === undefined || call.state === 'ended') return GONE;
    if (!isConnected(call)) return { code: 'not-connected', vendor: 'genesys' };
    return call.actions.includes(action) ? undefined : { code: 'not-allowed' };
  }

  /** A telephone call is acted on only while its news arrive, for else its state is a guess. */
  function isConnected(call: KnownCall): boolean {
    return (
      call.line !== 'genesys' || store.getState().connections.get('genesys')?.state === 'connected'
    );
  }

  function run(plan: Plan): void {
    void runner.run(plan);
  }

  function operate(kind: SimpleOperation, callId: string): void {
    const call = find(callId);
    const refusal = refusalFor(call, kind);
    run({
      action: kind,
      callId,
      target: call === undefined ? '' : describeParties(call),
      ...(refusal && { refusal }),
      aim: (state) => isCall(state, callId, AIMS[kind]),
      isMoot: (state) => isCall(state, callId, ({ state: now }) => now === 'ended'),
      send: () => perform({ kind, callId }),
      refresh: () => telephony?.refresh(),
      readable: 'genesys',
    });
  }

  async function perform(operation: TelephonyOperation): Promise<Answer> {
    return telephony?.perform(operation) ?? refusedNotConfigured();
  }

  function removeParticipant(callId: string, participantId: string): void {
    const call = find(callId);
    const participant = call?.participants.find(({ id }) => id === participantId);
    const before = call === undefined || !participant ? 0 : countLike(call, participant.name);
    run({
      action: 'remove-participant',
      callId,
      participantId,
      target: participant?.name ?? '',
      ...refusalToRemove(call, participant?.actions),
      // Genesys knows participants by number alone. Where two share one, one fewer of them is the aim.
      aim: (state) =>
        participant !== undefined &&
        isCall(
          state,
          callId,
          (now) => now.state !== 'ended' && countLike(now, participant.name) < before,
        ),
      isMoot: (state) => isCall(state, callId, ({ state: now }) => now === 'ended'),
      send: () => perform({ kind: 'remove-participant', callId, participantId }),
      refresh: () => telephony?.refresh(),
      readable: 'genesys',
    });
  }

  function refusalToRemove(
    call: KnownCall | undefined,
    actions: readonly string[] | undefined,
  ): Pick<Plan, 'refusal'> {
    if (call === undefined || call.state === 'ended' || actions === undefined) {
      return { refusal: GONE };
    }
    if (!isConnected(call)) return { refusal: { code: 'not-connected', vendor: 'genesys' } };
    return actions.includes('remove') ? {} : { refusal: { code: 'not-allowed' } };
  }

  function startTalkSpace(): void {
    const { calls } = store.getState();
    const isOneOpen = [...calls.known.values()].some(isOpenTalkSpace);
    run({
      action: 'start-talkspace',
      target: '',
      ...(isOneOpen && { refusal: { code: 'not-allowed' } }),
      aim: (state) =>
        [...state.calls.known.values()].some(
          (call) => isOpenTalkSpace(call) && call.sequence >= calls.nextSequence,
        ),
      send: async () => talkSpaces?.open().then(withoutValue) ?? refusedNotConfigured(),
      refresh: () => talkSpaces?.refresh(),
    });
  }

  function closeTalkSpace(callId: string): void {
    const call = find(callId);
    const refusal = refusalFor(call, 'close-talkspace');
    run({
      action: 'close-talkspace',
      callId,
      target: call?.reference ?? '',
      ...(refusal && { refusal }),
      aim: (state) => isCall(state, callId, ({ state: now }) => now === 'ended'),
      send: async () => talkSpaces?.close(callId) ?? refusedNotConfigured(),
      refresh: () => talkSpaces?.refresh(),
    });
  }

  async function lookUpRecording(callId: string): Promise<Result<Recording>> {
    const call = find(callId);
    lookedUp.delete(callId);
    if (call === undefined) return fail(GONE);
    if (recorder === undefined) return fail(NOT_CONFIGURED);
    const result = await recorder.lookUp(call.recordingKeys);
    if (result.ok) lookedUp.set(callId, result.value);
    return result;
  }

  function deleteRecording(callId: string): void {
    const call = find(callId);
    const recording = lookedUp.get(callId);
    run({
      action: 'delete-call',
      callId,
      target: call === undefined ? '' : describeParties(call),
      ...(call === undefined && { refusal: GONE }),
      send: async () => {
        if (call === undefined || recorder === undefined) return refusedNotConfigured();
        return recorder.delete(call.recordingKeys, recording);
      },
      refresh: () => recorder?.refresh(),
    });
  }

  return {
    mute: (callId) => operate('mute', callId),
    unmute: (callId) => operate('unmute', callId),
    hold: (callId) => operate('hold', callId),
    retrieve: (callId) => operate('retrieve', callId),
    hangUp: (callId) => operate('hang-up', callId),
    removeParticipant,
    startTalkSpace,
    closeTalkSpace,
    lookUpRecording,
    deleteRecording,
    canDeleteRecording: (call) =>
      recorder !== undefined && hasBeenAnswered(call) && recorder.canMatch(call.recordingKeys),
  };
}

/** Whether the call is known and a test holds for it. */
function isCall(state: StoreState, callId: string, test: (call: KnownCall) => boolean): boolean {
  const call = state.calls.known.get(callId);
  return call !== undefined && test(call);
}

function countLike(call: KnownCall, name: string): number {
  return call.participants.filter((participant) => participant.name === name).length;
}

/** Recording begins when somebody answers. */
function hasBeenAnswered(call: KnownCall): boolean {
  return call.line === 'genesys' && ['established', 'held', 'ended'].includes(call.state);
}

function describeParties(call: KnownCall): string {
  return call.participants.map(({ name }) => name).join(', ');
}

function withoutValue(answer: Answer<unknown>): Answer {
  return answer.kind === 'accepted' ? { kind: 'accepted', value: null } : answer;
}

function refusedNotConfigured(): Answer {
  return { kind: 'refused', error: NOT_CONFIGURED };
}
