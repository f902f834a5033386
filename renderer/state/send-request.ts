import type { Bridge } from '../../contract/bridge';
import type { Result } from '../../contract/result';
import { withoutShown, type PendingRequest } from './pending';
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

export function dismissRefusal(store: WindowStore, key: string): void {
  store.setState((state) => ({
    refusals: state.refusals.filter((refusal) => refusal.key !== key),
  }));
}
