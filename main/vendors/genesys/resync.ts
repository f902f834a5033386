import type { AppError } from '../../../contract/errors';
import { toError } from './reply';
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
  /** Something threw, and was caught. */
  onBug(error: unknown): void;
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
    for (const item of news) applyNews(item);
  }

  /** What could not be applied is owed: the next reading brings it. */
  function applyNews(news: unknown): void {
    try {
      options.onNews(news);
    } catch (error) {
      options.onBug(error);
      request();
    }
  }

  function takeCalls(list: CallList): ReadFailure | undefined {
    const error = options.onCalls(list);
    return error === undefined ? undefined : { kind: 'failed', error };
  }

  async function readOnce(): Promise<ReadFailure | undefined> {
    try {
      const outcome = await options.read();
      if (outcome.kind !== 'read') return outcome;
      return isStopped ? undefined : takeCalls(outcome);
    } catch (error) {
      options.onBug(error);
      return { kind: 'failed', error: toError('internal') };
    }
  }

  async function readUntilPaid(): Promise<ReadFailure | undefined> {
    while (paid < requested) {
      const upTo = requested;
      const failure = await readOnce();
      if (isStopped) return undefined;
      flush();
      if (failure !== undefined) return failure;
      paid = upTo;
    }
    return undefined;
  }

  async function run(): Promise<void> {
    isReading = true;
    let failure: ReadFailure | undefined;
    // One may be asked for while the last reading ends.
    do failure = await readUntilPaid();
    while (failure === undefined && isOwed() && !isStopped);
    isReading = false;
    if (isStopped) return;
    if (failure === undefined) options.onDone();
    else options.onFailure(failure);
  }

  function isOwed(): boolean {
    return paid < requested;
  }

  function request(): void {
    requested += 1;
    if (!isReading && !isStopped) run().catch((error: unknown) => options.onBug(error));
  }

  return {
    request,
    pass(news) {
      if (isReading) waiting.push(news);
      else applyNews(news);
    },
    isOwed,
    stop() {
      isStopped = true;
    },
  };
}
