import type { Bridge } from '../../contract/bridge';
import type { CallAction } from '../../contract/call-model';
import type { AppError } from '../../contract/errors';
import type { Result } from '../../contract/result';
import type { Vendor } from '../../contract/vendors';
import type { WindowState, WindowStore } from './window-store';

/** Everything that a button of the window can ask of the main process. */
export type WindowRequest =
  | { readonly action: CallAction | 'show-call'; readonly callId: string }
  | {
      readonly action: 'remove-participant';
      readonly callId: string;
      readonly participantId: string;
    }
  | { readonly action: 'start-talkspace' }
  | { readonly action: 'retry-connection'; readonly vendor: Vendor }
  | { readonly action: 'dismiss-command'; readonly commandId: string };

/** A request that the main process declined, in what the agent needs to read about it. */
export interface Refusal {
  readonly key: string;
  readonly action: WindowRequest['action'];
  /** Whom or what it was about, in words; empty if the action says it all. */
  readonly target: string;
  readonly error: AppError;
}

/**
 * An accepted command shows as `sent` in the snapshot that follows its answer within a frame or two.
 * Its button stays busy for that long, so that a second click cannot fall in between.
 */
const SETTLE_MS = 100;

export function requestKey(request: WindowRequest): string {
  return [
    request.action,
    'callId' in request ? request.callId : '',
    'participantId' in request ? request.participantId : '',
    'vendor' in request ? request.vendor : '',
    'commandId' in request ? request.commandId : '',
  ].join('\n');
}

/** Is this very request on its way, by this window or by any other road (tray, shortcut)? */
export function isUnderWay(
  state: Pick<WindowState, 'asking' | 'snapshot'>,
  request: WindowRequest,
): boolean {
  if (state.asking.includes(requestKey(request))) {
    return true;
  }
  const callId = 'callId' in request ? request.callId : undefined;
  const participantId = 'participantId' in request ? request.participantId : undefined;
  return (state.snapshot?.commands ?? []).some(
    (command) =>
      command.outcome === 'sent' &&
      command.action === request.action &&
      (callId === undefined || command.callId === callId) &&
      command.participantId === participantId,
  );
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
  const refusal = { key, action: request.action, target, error: result.error };
  store.setState((state) => ({ refusals: [...state.refusals, refusal] }));
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
  switch (request.action) {
    case 'start-talkspace':
      return bridge.startTalkSpace();
    case 'retry-connection':
      return bridge.retryConnection({ vendor: request.vendor });
    case 'dismiss-command':
      return bridge.dismissCommand({ commandId: request.commandId });
    case 'remove-participant':
      return bridge.removeParticipant({
        callId: request.callId,
        participantId: request.participantId,
      });
    case 'show-call':
      return bridge.showCall({ callId: request.callId });
    case 'mute':
      return bridge.muteCall({ callId: request.callId });
    case 'unmute':
      return bridge.unmuteCall({ callId: request.callId });
    case 'hold':
      return bridge.holdCall({ callId: request.callId });
    case 'retrieve':
      return bridge.retrieveCall({ callId: request.callId });
    case 'hang-up':
      return bridge.hangUpCall({ callId: request.callId });
    case 'close-talkspace':
      return bridge.closeTalkSpace({ callId: request.callId });
    case 'delete-call':
      return bridge.deleteRecording({ callId: request.callId });
  }
}
