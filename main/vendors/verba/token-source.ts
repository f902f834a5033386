import type { Clock } from '../../time/clock';
import type { Failure, Reply } from '../shared/reply';

/** A token is valid for an hour (doc:APIAuthentication). It is replaced well before. */
const USED_FOR_MS = 50 * 60 * 1000;

/** The token of the session, requested when needed. Concurrent callers share one request. */
export interface TokenSource {
  get(): Promise<Reply<string>>;
  /** Requests a new one, whatever the age of the last one. */
  renew(): Promise<Reply<string>>;
  /** This token was rejected, so the next caller gets another. */
  forget(token: string): void;
}

export function createTokenSource(options: {
  readonly clock: Clock;
  readonly request: () => Promise<Reply<string>>;
}): TokenSource {
  const { clock, request } = options;
  let current: { readonly token: string; readonly until: number } | undefined;
  let underWay: Promise<Reply<string>> | undefined;

  async function ask(): Promise<Reply<string>> {
    // Counted from before the request, because the server's hour begins later.
    const until = clock.elapsed() + USED_FOR_MS;
    const reply = await request().finally(() => {
      underWay = undefined;
    });
    if (reply.kind === 'done') current = { token: reply.value, until };
    return reply;
  }

  function renew(): Promise<Reply<string>> {
    underWay ??= ask();
    return underWay;
  }

  return {
    get() {
      if (current === undefined || clock.elapsed() >= current.until) return renew();
      return Promise.resolve({ kind: 'done', value: current.token });
    },
    renew,
    forget(token) {
      if (current?.token === token) current = undefined;
    },
  };
}

/** Without a token the actual request was not sent, whatever the outcome of the token request. */
export function asNotSent(failure: Failure): Failure {
  return { kind: 'failed', error: failure.error };
}
