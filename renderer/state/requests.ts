import type { Bridge } from '../../contract/bridge';
import { subjectOf, type CallOperation } from '../../contract/call-operations';
import type { StartedCommand } from '../../contract/commands';
import type { Preferences } from '../../contract/preferences';
import type { RecordingOperation } from '../../contract/recording';
import type { Result } from '../../contract/result';
import type { Vendor } from '../../contract/vendors';
import { withoutShown, type PendingRequest, type RequestSubject } from './pending';
import type { WindowStore } from './window-store';

/** Something that the main process can do for the agent; made by one of the functions below. */
export interface WindowRequest extends RequestSubject {
  readonly sendBy: (bridge: Bridge) => Promise<Result<StartedCommand | null>>;
}

export function performOperation(operation: CallOperation): WindowRequest {
  return {
    action: operation.kind,
    callId: operation.callId,
    participantId: 'participantId' in operation ? operation.participantId : undefined,
    subject: subjectOf(operation),
    isRepeatable: operation.kind === 'send-tones',
    sendBy: (bridge) => bridge.performOperation(operation),
  };
}

export function dial(address: string): WindowRequest {
  return { action: 'dial', subject: address, sendBy: (bridge) => bridge.dial({ address }) };
}

export function startTalkSpace(
  media: { readonly greetingId?: string; readonly recordingId?: string } = {},
): WindowRequest {
  return { action: 'start-talkspace', sendBy: (bridge) => bridge.startTalkSpace(media) };
}

export function createConference(from: string): WindowRequest {
  return { action: 'create-conference', sendBy: (bridge) => bridge.createConference({ from }) };
}

export function watchConference(conferenceId: string): WindowRequest {
  return {
    action: 'watch-conference',
    subject: conferenceId,
    sendBy: (bridge) => bridge.watchConference({ conferenceId }),
  };
}

/** `recordingId` is one that was looked up; without it the match rule of the profile decides. */
export function performOnRecording(
  callId: string,
  operation: RecordingOperation,
  recordingId?: string,
): WindowRequest {
  return {
    action: operation,
    callId,
    subject: recordingId,
    sendBy: (bridge) =>
      bridge.performOnRecording({
        callId,
        operation,
        ...(recordingId !== undefined && { recordingId }),
      }),
  };
}

export function showCall(callId: string): WindowRequest {
  return { action: 'show-call', callId, sendBy: (bridge) => bridge.showCall({ callId }) };
}

export function retryConnection(vendor: Vendor): WindowRequest {
  return {
    action: 'retry-connection',
    subject: vendor,
    sendBy: (bridge) => bridge.retryConnection({ vendor }),
  };
}

export function changePreference(preference: keyof Preferences, isOn: boolean): WindowRequest {
  return {
    action: 'change-preference',
    subject: preference,
    sendBy: (bridge) => bridge.changePreference({ preference, isOn }),
  };
}

export function dismissCommand(commandId: string): WindowRequest {
  return {
    action: 'dismiss-command',
    subject: commandId,
    sendBy: (bridge) => bridge.dismissCommand({ commandId }),
  };
}

export function quit(): WindowRequest {
  return { action: 'quit', sendBy: (bridge) => bridge.quit() };
}

/**
 * Sends a request, once. Its button is busy until a snapshot shows what became of it; a request that
 * was declined is kept in the store for the agent to read. `target` says what it is about, in words.
 */
export async function sendRequest(
  bridge: Bridge,
  store: WindowStore,
  request: WindowRequest,
  target: string,
): Promise<void> {
  const { action, callId, participantId, subject } = request;
  const about = { action, callId, participantId, subject };
  const sent: PendingRequest = { about };
  const key = JSON.stringify(about);
  store.setState(({ pending, refusals }) => ({
    pending: [...pending, sent],
    refusals: refusals.filter((refusal) => refusal.key !== key),
  }));
  const result = await request.sendBy(bridge).catch((): Result<null> => ({
    ok: false,
    error: { code: 'internal' },
  }));
  store.setState(({ pending, refusals, snapshot }) => {
    const others = pending.filter((other) => other !== sent);
    if (!result.ok) {
      const refusal = { key, request, action, target, error: result.error };
      return { pending: others, refusals: [...refusals.filter((old) => old.key !== key), refusal] };
    }
    const started = result.value ?? undefined;
    return {
      pending: started ? withoutShown([...others, { about, started }], snapshot) : others,
    };
  });
}

/** Whether it may be sent again by a press on Retry: it changes nothing at a service. */
export function canRepeat({ action }: WindowRequest): boolean {
  return action === 'retry-connection' || action === 'show-call' || action === 'watch-conference';
}

export function dismissRefusal(store: WindowStore, key: string): void {
  store.setState((state) => ({
    refusals: state.refusals.filter((refusal) => refusal.key !== key),
  }));
}
