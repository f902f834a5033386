import type { AppError } from '../../../contract/errors';
import type { CallList, CallsRead } from './session';

/** Keeps what is shown equal to what is, whatever news were lost on the way. */
export interface Resync {
  /** Reads all calls; asked for while a reading is under way, it reads once more after it. */
  request(): void;
  /** Passes news on: at once, or after the reading that is under way. */
  pass(news: unknown): void;
  /** Whether news may be missing: since the last request no reading has succeeded. */
  isOwed(): boolean;
  /** Nothing is told after this. */
  stop(): void;
}

type ReadFailure = Exclude<CallsRead, { readonly kind: 'read' }>;

export interface ResyncOptions {
  read(): Promise<CallsRead>;
  /** Tells what is wrong with them, if they are not all there is to know. */
  onCalls(list: CallList): AppError | undefined;
  onNews(news: unknown): void;
  /** A reading succeeded, and no further one was asked for meanwhile. */
  onDone(): void;
  onFailure(failure: ReadFailure): void;
}

/**
 * Reads one at a time. News that come while a reading is under way may be older or newer than what
 * it tells; applied after it they end in the right state either way, as every one is a whole call and
 * the last one of a call is its newest.
 */
export function createResync(options: ResyncOptions): Resync {
  let requested = 0;
  let paid = 0;
  let isReading = false;
  let isStopped = false;
  let waiting: unknown[] = [];

  function flush(): void {
    const news = waiting;
    waiting = [];
    for (const item of news) options.onNews(item);
  }

  function takeCalls(list: CallList): ReadFailure | undefined {
    const error = options.onCalls(list);
    return error === undefined ? undefined : { kind: 'failed', error };
  }

  async function readUntilPaid(): Promise<void> {
    isReading = true;
    while (paid < requested) {
      const upTo = requested;
      const outcome = await options.read();
      if (isStopped) return;
      const failure = outcome.kind === 'read' ? takeCalls(outcome) : outcome;
      flush();
      if (failure !== undefined) {
        isReading = false;
        options.onFailure(failure);
        return;
      }
      paid = upTo;
    }
    isReading = false;
    options.onDone();
  }

  return {
    request() {
      requested += 1;
      if (!isReading && !isStopped) void readUntilPaid();
    },
    pass(news) {
      if (isReading) waiting.push(news);
      else options.onNews(news);
    },
    isOwed: () => paid < requested,
    stop() {
      isStopped = true;
    },
  };
}
