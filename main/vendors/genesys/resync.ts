import type { AppError } from '../../../contract/errors';
import { toError } from './reply';
import type { CallList, CallsResult } from './session';

/** Synchronizes the displayed calls with the server after notifications may have been lost. */
export interface Resync {
  /** Fetches all calls. Requested during a fetch, it fetches once more afterwards. */
  request(): void;
  /** Passes on a notification: immediately, or after the current fetch. */
  handle(notification: unknown): void;
  /** Whether notifications may be missing: no fetch has succeeded since the last request. */
  isPending(): boolean;
  /** Stops reporting. */
  stop(): void;
}

type FetchFailure = Exclude<CallsResult, { readonly kind: 'fetched' }>;

export interface ResyncOptions {
  fetch(): Promise<CallsResult>;
  /** Returns what is wrong with the list, if it is incomplete. */
  onCalls(list: CallList): AppError | undefined;
  onNotification(notification: unknown): void;
  /** A fetch succeeded, and no other was requested in the meantime. */
  onDone(): void;
  onFailure(failure: FetchFailure): void;
  /** An unexpected error was caught. */
  onBug(error: unknown): void;
}

/**
 * One fetch at a time. A notification that arrives during a fetch may be older or newer than the answer.
 * Applying it after the answer is correct in both cases: each notification contains a complete call, and the
 * last one for a call is the newest.
 */
export function createResync(options: ResyncOptions): Resync {
  let requested = 0;
  let completed = 0;
  let isFetching = false;
  let isStopped = false;
  let waiting: unknown[] = [];

  function flush(): void {
    const notifications = waiting;
    waiting = [];
    for (const notification of notifications) apply(notification);
  }

  /** If a notification cannot be applied, a fetch makes up for it. */
  function apply(notification: unknown): void {
    try {
      options.onNotification(notification);
    } catch (error) {
      options.onBug(error);
      request();
    }
  }

  function applyCalls(list: CallList): FetchFailure | undefined {
    const error = options.onCalls(list);
    return error === undefined ? undefined : { kind: 'failed', error };
  }

  async function fetchOnce(): Promise<FetchFailure | undefined> {
    try {
      const outcome = await options.fetch();
      if (outcome.kind !== 'fetched') return outcome;
      return isStopped ? undefined : applyCalls(outcome);
    } catch (error) {
      options.onBug(error);
      return { kind: 'failed', error: toError('internal') };
    }
  }

  async function fetchUntilCompleted(): Promise<FetchFailure | undefined> {
    while (isPending()) {
      const upTo = requested;
      const failure = await fetchOnce();
      if (isStopped) return undefined;
      flush();
      if (failure !== undefined) return failure;
      completed = upTo;
    }
    return undefined;
  }

  async function run(): Promise<void> {
    isFetching = true;
    let failure: FetchFailure | undefined;
    // Another fetch can be requested while the last one ends.
    do failure = await fetchUntilCompleted();
    while (failure === undefined && isPending() && !isStopped);
    isFetching = false;
    if (isStopped) return;
    if (failure === undefined) options.onDone();
    else options.onFailure(failure);
  }

  function isPending(): boolean {
    return completed < requested;
  }

  function request(): void {
    requested += 1;
    if (!isFetching && !isStopped) run().catch((error: unknown) => options.onBug(error));
  }

  return {
    request,
    handle(notification) {
      if (isFetching) waiting.push(notification);
      else apply(notification);
    },
    isPending,
    stop() {
      isStopped = true;
    },
  };
}
