import { subjectOf, type CallOperation } from '../../contract/call-operations';
import type { StartedCommand } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import type { RecordingOperation } from '../../contract/recording';
import { isolate } from '../../contract/text';
import type { Vendor } from '../../contract/vendors';
import type { Numbers } from '../numbers/numbers';
import {
  expectationOf,
  findConsultation,
  findNewCall,
  isDialing,
  refreshScopeOf,
} from './expectations';
import type { Clock } from '../time/clock';
import type { Plan } from './command-plan';
import type { CommandRunner } from './commands';
import { describeParties } from './describe-parties';
import { toAddress, withAddress } from './dialled-addresses';
import { findRefusal } from './gate';
import type {
  Answer,
  ConferencePort,
  LinePort,
  RecorderPort,
  TalkSpaceMedia,
  TalkSpacePort,
  TelephonyPort,
} from './ports';
import { createRecordings, type Recordings } from './recordings';
import type { Calls, KnownCall } from './known-call';
import type { CallStore } from './store';

/** What the agent can do. Whatever comes of it is told by the store; nothing here waits for it. */
export interface CallService extends Pick<Recordings, 'lookUp' | 'canAsk'> {
  perform(operation: CallOperation): StartedCommand;
  dial(address: string): StartedCommand;
  startTalkSpace(media: TalkSpaceMedia): StartedCommand;
  watchConference(conferenceId: string): void;
  createConference(from: string): StartedCommand;
  performOnRecording(
    callId: string,
    operation: RecordingOperation,
    recordingId?: string,
  ): StartedCommand;
  /** Ends what waits for the ends of calls. */
  dispose(): void;
}

export interface CallServiceOptions {
  readonly store: CallStore;
  readonly runner: CommandRunner;
  readonly clock: Clock;
  readonly numbers: Numbers;
  readonly telephony?: TelephonyPort;
  readonly talkSpaces?: TalkSpacePort;
  readonly conferences?: ConferencePort;
  readonly recorder?: RecorderPort;
}

const NOT_CONFIGURED: AppError = { code: 'not-configured' };

/** These show in no state of a call, or end it, so that it could not be seen from the call. */
const SHOWN_WHEN_DONE: ReadonlySet<CallOperation['kind']> = new Set([
  'transfer',
  'complete-transfer',
  'close-talkspace',
  'play',
  'play-participant',
  'stop-playing',
  'stop-playing-participant',
]);

export function createCallService(options: CallServiceOptions): CallService {
  const { store, runner, clock, numbers, telephony, talkSpaces, conferences, recorder } = options;
  const recordings = createRecordings({ store, runner, clock, recorder });
  /** Tones of one call are sent one after the other, as they were pressed. */
  const toneQueues = new Map<string, Promise<unknown>>();
  let toneCount = 0;

  function portOf(call: KnownCall | undefined): LinePort | undefined {
    switch (call?.line) {
      case 'genesys':
        return telephony;
      case 'talkspace':
        return talkSpaces;
      case 'conference':
        return conferences;
      case undefined:
        return undefined;
    }
  }

  function perform(asked: CallOperation): StartedCommand {
    const { calls } = store.getState();
    const { kind, callId } = asked;
    const call = calls.known.get(callId);
    const { operation, problem } = withAddress(numbers, call?.line, asked);
    const port = portOf(call);
    const refusal = findRefusal(store.getState(), operation) ?? problem;
    const isCompleted = expectationOf(operation, calls);
    const refreshScope = isCompleted && call && refreshScopeOf(operation, call);
    // Who presses 5 twice wants two tones.
    const subject = kind === 'send-tones' ? `${++toneCount}` : subjectOf(operation);
    return runner.run({
      action: kind,
      callId,
      ...('participantId' in operation && { participantId: operation.participantId }),
      ...(subject !== undefined && { subject }),
      target: describeTarget(operation, calls),
      ...(refusal && { refusal }),
      ...(isCompleted && { isCompleted }),
      isObsolete: (state) => state.calls.known.get(callId)?.state === 'ended',
      send: () => send(operation, port),
      refresh: () => port?.refresh(),
      ...(refreshScope && { refreshScope }),
      canFailLater: kind === 'add-participant',
      showsSuccess: SHOWN_WHEN_DONE.has(kind),
    });
  }

  async function send(operation: CallOperation, port: LinePort | undefined): Promise<Answer> {
    if (port === undefined) return { kind: 'refused', error: NOT_CONFIGURED };
    if (operation.kind !== 'send-tones') return port.perform(operation);
    const before = toneQueues.get(operation.callId) ?? Promise.resolve();
    // Whatever became of the tones before these.
    const sending = before.catch(() => undefined).then(() => port.perform(operation));
    toneQueues.set(operation.callId, sending);
    return sending.finally(() => {
      if (toneQueues.get(operation.callId) === sending) toneQueues.delete(operation.callId);
    });
  }

  function refusalWithout(vendor: Vendor, port: LinePort | undefined): Pick<Plan, 'refusal'> {
    if (port === undefined) return { refusal: { code: 'not-configured', vendor } };
    const isUsable = vendor !== 'genesys' || isConnected(vendor);
    return isUsable ? {} : { refusal: { code: 'not-connected', vendor } };
  }

  function isConnected(vendor: Vendor): boolean {
    return store.getState().connections.get(vendor)?.state === 'connected';
  }

  function dial(written: string): StartedCommand {
    const { calls } = store.getState();
    const dialled = toAddress(numbers, 'genesys', written);
    const address = dialled.ok ? dialled.value : written;
    return runner.run({
      action: 'dial',
      subject: address,
      target: isolate(address),
      ...(!dialled.ok && { refusal: dialled.error }),
      ...refusalWithout('genesys', telephony),
      isCompleted: findNewCall(calls, isDialing),
      send: async () => telephony?.dial(address) ?? { kind: 'refused', error: NOT_CONFIGURED },
      refresh: () => telephony?.refresh(),
      refreshScope: { line: 'genesys' },
    });
  }

  function startTalkSpace(media: TalkSpaceMedia): StartedCommand {
    const { nextSequence } = store.getState().calls;
    return runner.run({
      action: 'start-talkspace',
      target: '',
      ...refusalWithout('telesocial', talkSpaces),
      isCompleted: (state) =>
        [...state.calls.known.values()].some(
          ({ line, state: now, sequence }) =>
            line === 'talkspace' && now !== 'ended' && sequence >= nextSequence,
        ),
      send: async () =>
        talkSpaces?.open(media).then(withoutValue) ?? { kind: 'refused', error: NOT_CONFIGURED },
      refresh: () => talkSpaces?.refresh(),
    });
  }

  function createConference(written: string): StartedCommand {
    const { nextSequence } = store.getState().calls;
    const host = toAddress(numbers, 'conference', written, 'from');
    return runner.run({
      action: 'create-conference',
      target: '',
      ...(!host.ok && { refusal: host.error }),
      ...refusalWithout('bandwidth', conferences),
      isCompleted: (state) =>
        [...state.calls.known.values()].some(
          ({ line, sequence }) => line === 'conference' && sequence >= nextSequence,
        ),
      send: async () =>
        conferences?.create(host.ok ? host.value : written).then(withoutValue) ?? {
          kind: 'refused',
          error: NOT_CONFIGURED,
        },
      refresh: () => conferences?.refresh(),
    });
  }

  return {
    perform,
    dial,
    startTalkSpace,
    watchConference: (conferenceId) => conferences?.watch(conferenceId),
    createConference,
    lookUp: (callId) => recordings.lookUp(callId),
    canAsk: (call) => recordings.canAsk(call),
    performOnRecording: (callId, operation, recordingId) =>
      recordings.perform(callId, operation, recordingId),
    dispose: () => recordings.dispose(),
  };
}

/** Whom or what it is about, as it is called now. */
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
      // Whoever was asked first, from whichever of the two calls it is handed over.
      const asked = findConsultation(calls, operation.callId) ?? call;
      return asked === undefined ? '' : describeParties(asked);
    }
    default:
      return call === undefined ? '' : describeParties(call);
  }
}

function withoutValue(answer: Answer<unknown>): Answer {
  return answer.kind === 'accepted' ? { kind: 'accepted', value: null } : answer;
}
