import type { Bridge } from '../../contract/bridge';
import type { CallOperation } from '../../contract/call-operations';
import type { Command } from '../../contract/commands';
import type { RecordingOperation } from '../../contract/recording';
import type { Result } from '../../contract/result';
import type { Vendor } from '../../contract/vendors';
import type { AskedAction } from './refusal';
import type { WindowState, WindowStore } from './window-store';

/** Everything that a button of the window can ask of the main process. */
export type WindowRequest =
  | { readonly ask: 'perform'; readonly operation: CallOperation }
  | { readonly ask: 'dial'; readonly address: string }
  | {
      readonly ask: 'start-talkspace';
      readonly greetingId?: string | undefined;
      readonly recordingId?: string | undefined;
    }
  | { readonly ask: 'create-conference'; readonly from: string }
  | { readonly ask: 'watch-conference'; readonly conferenceId: string }
  | {
      readonly ask: 'perform-on-recording';
      readonly callId: string;
      readonly operation: RecordingOperation;
      readonly recordingId?: string | undefined;
    }
  | { readonly ask: 'show-call'; readonly callId: string }
  | { readonly ask: 'retry-connection'; readonly vendor: Vendor }
  | { readonly ask: 'set-roster-notifications'; readonly isOn: boolean }
  | { readonly ask: 'dismiss-command'; readonly commandId: string }
  | { readonly ask: 'quit' };

/**
 * An accepted command shows as `sent` in the snapshot that follows its answer within a frame or two.
 * Its button stays busy for that long, so that a second click cannot fall in between.
 */
const SETTLE_MS = 100;

export function requestKey(request: WindowRequest): string {
  return JSON.stringify(request);
}

export function actionOf(request: WindowRequest): AskedAction {
  switch (request.ask) {
    case 'perform':
      return request.operation.kind;
    case 'perform-on-recording':
      return request.operation;
    default:
      return request.ask;
  }
}

/** Is this very request on its way, by this window or by any other road (tray, shortcut)? */
export function isUnderWay(
  state: Pick<WindowState, 'asking' | 'snapshot'>,
  request: WindowRequest,
): boolean {
  // Who presses 5 twice wants two tones: one that is under way holds none back.
  if (request.ask === 'perform' && request.operation.kind === 'send-tones') {
    return false;
  }
  if (state.asking.includes(requestKey(request))) {
    return true;
  }
  const isSame = matcherOf(request);
  return (state.snapshot?.commands ?? []).some(
    (command) => command.outcome === 'sent' && isSame(command),
  );
}

/** Whether a command is what the request asks for. */
function matcherOf(request: WindowRequest): (command: Command) => boolean {
  const action = actionOf(request);
  const subject = subjectOf(request);
  const { callId, participantId }: { callId?: string; participantId?: string } =
    request.ask === 'perform' ? request.operation : 'callId' in request ? request : {};
  return (command) =>
    command.action === action &&
    (callId === undefined || command.callId === callId) &&
    command.participantId === participantId &&
    (subject === undefined || command.subject === subject);
}

function subjectOf(request: WindowRequest): string | undefined {
  switch (request.ask) {
    case 'dial':
      return request.address;
    case 'perform-on-recording':
      return request.recordingId;
    case 'perform': {
      const { operation } = request;
      if ('address' in operation) return operation.address;
      if ('key' in operation) return operation.key;
      return 'toCallId' in operation ? operation.toCallId : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * Sends a request once: while the same one is under way, nothing happens. A refusal is kept in the
 * store for the agent to read; success shows in the snapshots that follow.
 */
export async function sendRequest(
  bridge: Bridge,
  store: WindowStore,
  request: WindowRequest,
  target: string,
): Promise<void> {
  if (isUnderWay(store.getState(), request)) {
    return;
  }
  const key = requestKey(request);
  store.setState((state) => ({
    asking: [...state.asking, key],
    refusals: state.refusals.filter((refusal) => refusal.key !== key),
  }));
  const result = await ask(bridge, request).catch((): Result<null> => ({
    ok: false,
    error: { code: 'internal' },
  }));
  if (result.ok) {
    setTimeout(() => endAsking(store, key), SETTLE_MS);
    return;
  }
  endAsking(store, key);
  const refusal = { key, action: actionOf(request), target, error: result.error };
  store.setState((state) => ({
    refusals: [...state.refusals.filter((other) => other.key !== key), refusal],
  }));
}

export function dismissRefusal(store: WindowStore, key: string): void {
  store.setState((state) => ({
    refusals: state.refusals.filter((refusal) => refusal.key !== key),
  }));
}

function endAsking(store: WindowStore, key: string): void {
  store.setState((state) => ({ asking: state.asking.filter((other) => other !== key) }));
}

function ask(bridge: Bridge, request: WindowRequest): Promise<Result<null>> {
  switch (request.ask) {
    case 'perform':
      return bridge.performOperation(request.operation);
    case 'dial':
      return bridge.dial({ address: request.address });
    case 'start-talkspace': {
      const { greetingId, recordingId } = request;
      return bridge.startTalkSpace({
        ...(greetingId !== undefined && { greetingId }),
        ...(recordingId !== undefined && { recordingId }),
      });
    }
    case 'create-conference':
      return bridge.createConference({ from: request.from });
    case 'watch-conference':
      return bridge.watchConference({ conferenceId: request.conferenceId });
    case 'perform-on-recording': {
      const { callId, operation, recordingId } = request;
      return bridge.performOnRecording({
        callId,
        operation,
        ...(recordingId !== undefined && { recordingId }),
      });
    }
    case 'show-call':
      return bridge.showCall({ callId: request.callId });
    case 'retry-connection':
      return bridge.retryConnection({ vendor: request.vendor });
    case 'set-roster-notifications':
      return bridge.setRosterNotifications({ isOn: request.isOn });
    case 'dismiss-command':
      return bridge.dismissCommand({ commandId: request.commandId });
    case 'quit':
      return bridge.quit();
  }
}
