import type { Bridge } from '../../contract/bridge';
import type { AppError } from '../../contract/errors';
import type { Result } from '../../contract/result';
import { withoutShown, type PendingRequest, type RequestSubject } from './pending';
import type { Refusal } from './refusal';
import type { WindowRequest } from './requests';
import type { WindowStore } from './window-store';

/**
 * Sends a request, once. Its button is busy until a snapshot shows the result. A declined request
 * is kept in the store for its message. `target` is the person or thing that it concerns.
 */
export async function sendRequest(
  bridge: Bridge,
  store: WindowStore,
  request: WindowRequest,
  target: string,
): Promise<void> {
  const about = describeRequest(request);
  const sent: PendingRequest = { about };
  const key = keyOf(request);
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
      return { pending: others, refusals: withRefusal(refusals, request, target, result.error) };
    }
    const started = result.value ?? undefined;
    return {
      pending: started ? withoutShown([...others, { about, started }], snapshot) : others,
    };
  });
}

/** Keeps a request that was not sent in the store, for its message. */
export function refuseRequest(
  store: WindowStore,
  request: WindowRequest,
  target: string,
  error: AppError,
): void {
  store.setState(({ refusals }) => ({ refusals: withRefusal(refusals, request, target, error) }));
}

function withRefusal(
  refusals: readonly Refusal[],
  request: WindowRequest,
  target: string,
  error: AppError,
): readonly Refusal[] {
  const key = keyOf(request);
  const refusal = { key, request, action: request.action, target, error };
  return [...refusals.filter((old) => old.key !== key), refusal];
}

function describeRequest({
  action,
  callId,
  participantId,
  subject,
}: WindowRequest): RequestSubject {
  return { action, callId, participantId, subject };
}

function keyOf(request: WindowRequest): string {
  return JSON.stringify(describeRequest(request));
}

export function dismissRefusal(store: WindowStore, key: string): void {
  store.setState((state) => ({
    refusals: state.refusals.filter((refusal) => refusal.key !== key),
  }));
}
