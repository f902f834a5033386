import type { CallOperation } from '../../contract/call-operations';
import { subjectOf } from '../../contract/subject-of';
import type { StartedCommand } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import { descriptorOf } from '../../contract/descriptor-of';
import type { RecordingOperation } from '../../contract/recording';
import type { Result } from '../../contract/result';
import { isolate } from '../../contract/text';
import type { Numbers } from '../numbers/numbers';
import { expectationOf, findNewCall, isDialing, refreshScopeOf } from './expectations';
import type { Clock } from '../time/clock';
import type { Plan } from './command-plan';
import type { CommandRunner } from './commands';
import { withWrapUp } from './attached-wrap-up';
import { describeParties } from './describe-parties';
import { toAddress, withAddress } from './dialed-addresses';
import { findLostConnection, findRefusal } from './gate';
import type { Outcome } from '../../contract/outcome';
import type { LineClient, LineOperation, LinePort, RecorderPort, StartChoice } from './ports';
import { createRecordings, type Recordings } from './recordings';
import type { Calls } from './known-call';
import type { CallStore } from './store';

/** The agent's operations. They return immediately; the store shows the results. */
export interface CallService extends Pick<Recordings, 'lookUp' | 'canLookUp'> {
  perform(operation: CallOperation): StartedCommand;
  /** Calls a number on this line, or on the first that can dial. */
  dial(address: string, line?: string): StartedCommand;
  startConference(line: string, choice: StartChoice): StartedCommand;
  watchConference(line: string, conferenceId: string): void;
  performOnRecording(
    callId: string,
    operation: RecordingOperation,
    recordingId?: string,
  ): StartedCommand;
  /** Stops waiting for the ends of calls. */
  dispose(): void;
}

export interface CallServiceOptions {
  readonly store: CallStore;
  readonly runner: CommandRunner;
  readonly clock: Clock;
  readonly numbers: Numbers;
  readonly lines: readonly LineClient[];
  readonly recorders: readonly RecorderPort[];
}

const NOT_CONFIGURED: AppError = { code: 'not-configured' };
const REFUSED: Outcome = { kind: 'failed', error: NOT_CONFIGURED };
const NOT_SENT: Outcome = { kind: 'failed', error: { code: 'not-sent' } };

/** How long tones wait for earlier ones, in ms. */
const MAX_TONE_DELAY_MS = 5_000;

/** The call's state does not show that these are done, or they end the call. */
const SHOWN_WHEN_DONE: ReadonlySet<CallOperation['kind']> = new Set([
  'transfer',
  'complete-transfer',
  'close-talkspace',
  'play',
  'play-participant',
  'stop-playing',
  'stop-playing-participant',
]);

/**
 * Operations whose answer can report a failure although the state shows them as done: the called person may
 * not answer, and a call that was transferred or merged may have ended because the caller hung up.
 */
const CAN_FAIL_LATER: ReadonlySet<CallOperation['kind']> = new Set([
  'add-participant',
  'transfer',
  'complete-transfer',
  'complete-conference',
]);

export function createCallService(options: CallServiceOptions): CallService {
  const { store, runner, clock, numbers, lines, recorders } = options;
  const recordings = createRecordings({ store, runner, clock, recorders });
  /** The tones of a call are sent one after the other, in the order of the key presses. */
  const toneQueues = new Map<string, Promise<Outcome>>();
  let toneCount = 0;

  function findLine(line: string | undefined): LineClient | undefined {
    return lines.find(({ descriptor }) => descriptor.line === line);
  }

  function perform(asked: CallOperation): StartedCommand {
    const state = store.getState();
    const { kind, callId } = asked;
    const call = state.calls.known.get(callId);
    const line = descriptorOf(state, call?.line ?? '');
    const { operation: addressed, problem } = withAddress(numbers, line, asked);
    const operation = withWrapUp(addressed, state);
    const port = findLine(call?.line)?.port;
    const refusal = findRefusal(state, operation) ?? problem ?? findMissing(operation);
    const isCompleted = expectationOf(operation, state);
    const isShown = call && (port?.isShownByRefresh?.(operation, call) ?? true);
    const refreshScope = isCompleted && isShown ? refreshScopeOf(operation, call) : undefined;
    // Pressing 5 twice sends two tones.
    const subject = kind === 'send-tones' ? `${++toneCount}` : subjectOf(operation);
    return runner.run({
      action: kind,
      callId,
      ...('participantId' in operation && { participantId: operation.participantId }),
      ...(subject !== undefined && { subject }),
      target: describeTarget(operation, state.calls),
      ...(refusal && { refusal }),
      ...(isCompleted && { isCompleted }),
      isObsolete: (state) => state.calls.known.get(callId)?.state === 'ended',
      send: () => send(operation, port),
      refresh: () => port?.refresh(),
      ...(refreshScope && { refreshScope }),
      canFailLater: CAN_FAIL_LATER.has(kind),
      showsSuccess: SHOWN_WHEN_DONE.has(kind),
    });
  }

  async function send(operation: LineOperation, port: LinePort | undefined): Promise<Outcome> {
    if (port === undefined) return REFUSED;
    if (operation.kind !== 'send-tones') return port.perform(operation);
    const sending = sendTones(operation, port, toneQueues.get(operation.callId));
    toneQueues.set(operation.callId, sending);
    return sending.finally(() => {
      if (toneQueues.get(operation.callId) === sending) toneQueues.delete(operation.callId);
    });
  }

  /**
   * Tones that wait for others must not come much later than the key press, or with a gap: they would answer
   * another question of a voice menu.
   */
  async function sendTones(
    operation: LineOperation,
    port: LinePort,
    before: Promise<Outcome> | undefined,
  ): Promise<Outcome> {
    if (before === undefined) return port.perform(operation);
    const outcome = await new Promise<Outcome>((resolve) => {
      const cancel = clock.after(MAX_TONE_DELAY_MS, () => resolve(NOT_SENT));
      void before
        .catch(() => NOT_SENT)
        .then(resolve)
        .finally(cancel);
    });
    return outcome.kind === 'done' ? port.perform(operation) : NOT_SENT;
  }

  /** The reason why nothing can be started on a line, if any. */
  function refusalOn(
    line: LineClient | undefined,
    isOffered: boolean,
    address: Result<string> | undefined,
  ): Pick<Plan, 'refusal'> {
    if (line === undefined || !isOffered) return { refusal: NOT_CONFIGURED };
    const lost = findLostConnection(store.getState(), line.descriptor.line);
    const refusal = lost ?? (address?.ok === false ? address.error : undefined);
    return refusal ? { refusal } : {};
  }

  function dial(written: string, chosen?: string): StartedCommand {
    const line =
      chosen === undefined ? lines.find(({ descriptor }) => descriptor.canDial) : findLine(chosen);
    const { descriptor, port } = line ?? {};
    const dialed = toAddress(numbers, descriptor?.addressing ?? 'number', written);
    const address = dialed.ok ? dialed.value : written;
    return runner.run({
      action: 'dial',
      subject: address,
      target: isolate(address),
      ...refusalOn(line, port?.dial !== undefined, dialed),
      isCompleted: findNewCall(store.getState().calls, descriptor?.line, isDialing),
      send: async () => port?.dial?.(address) ?? REFUSED,
      refresh: () => port?.refresh(),
      ...(descriptor && { refreshScope: { line: descriptor.line } }),
    });
  }

  function startConference(chosen: string, choice: StartChoice): StartedCommand {
    const line = findLine(chosen);
    const { descriptor, port } = line ?? {};
    const from =
      descriptor?.start?.from === undefined
        ? undefined
        : toAddress(numbers, descriptor.addressing, choice.from ?? '', 'from');
    const toSend = from?.ok === true ? { ...choice, from: from.value } : choice;
    return runner.run({
      action: descriptor?.start?.action ?? 'create-conference',
      subject: chosen,
      target: '',
      ...refusalOn(line, port?.startConference !== undefined, from),
      isCompleted: findNewCall(
        store.getState().calls,
        chosen,
        ({ state, isWatched }) => state !== 'ended' || isWatched === true,
      ),
      send: async () => port?.startConference?.(toSend).then(withoutValue) ?? REFUSED,
      refresh: () => port?.refresh(),
    });
  }

  return {
    perform,
    dial,
    startConference,
    watchConference: (line, conferenceId) => findLine(line)?.port.watch?.(conferenceId),
    lookUp: (callId) => recordings.lookUp(callId),
    canLookUp: (call) => recordings.canLookUp(call),
    performOnRecording: (callId, operation, recordingId) =>
      recordings.perform(callId, operation, recordingId),
    dispose: () => recordings.dispose(),
  };
}

/** Nothing has been written that could be attached. */
function findMissing({ data }: LineOperation): AppError | undefined {
  const isEmpty = data !== undefined && Object.keys(data).length === 0;
  return isEmpty ? { code: 'bad-input', detail: 'wrapUp' } : undefined;
}

/** The current name of the person or thing that it concerns. */
function describeTarget(operation: CallOperation, calls: Calls): string {
  const call = calls.known.get(operation.callId);
  if ('participantId' in operation) {
    const { participantId } = operation;
    return isolate(call?.participants.find(({ id }) => id === participantId)?.name ?? '');
  }
  if ('address' in operation) return isolate(operation.address);
  if ('key' in operation) return isolate(operation.key);
  switch (operation.kind) {
    case 'send-tones':
      return operation.tones;
    case 'close-talkspace':
      return call === undefined ? '' : describeParties(call) || call.reference;
    case 'complete-transfer': {
      // The colleague who was consulted, whichever of the two calls is transferred.
      const { otherCallId } = operation;
      const asked = call?.parentCallId === otherCallId ? call : calls.known.get(otherCallId);
      return asked === undefined ? '' : describeParties(asked);
    }
    default:
      return call === undefined ? '' : describeParties(call);
  }
}

function withoutValue(answer: Outcome<unknown>): Outcome {
  return answer.kind === 'done' ? { kind: 'done', value: null } : answer;
}
