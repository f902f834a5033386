import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { jitteredDelay } from '../shared/backoff';
import { reportBug } from '../shared/report-bug';
import type { BayeuxListener, BayeuxSession, SessionEnd } from './bayeux-session';
import { toError } from './reply';
import { createResync } from './resync';
import type { CallList, Session } from './session';

const MIN_RETRY_DELAY_MS = 1_000;
/** How soon the calls are fetched again after an answer that lacked one. */
const CONFIRM_DELAY_MS = 1_000;

/** Whether the displayed calls are known to match the server's. */
export type LinkState =
  /** Notifications arrive and none is missing. `warning`: a problem that remains. */
  | { readonly isConnected: true; readonly warning: AppError | undefined }
  | { readonly isConnected: false; readonly reason: AppError };

/** Where notifications and fetched calls go. */
export interface CallSink {
  /** Returns what is wrong with the list, if it is incomplete. */
  onCalls(list: CallList): AppError | undefined;
  onNotification(notification: unknown): void;
  /** Whether the last list lacked a call, so that the next one decides whether it has ended. */
  isInDoubt(): boolean;
}

/** Notifications and fetched calls over one Bayeux session, from its handshake to its end. */
export interface Link {
  /** Resolves to the reason when the link ends by itself, and to undefined after `close`. */
  readonly ended: Promise<SessionEnd | undefined>;
  /** Fetches all calls again. */
  refresh(): void;
  /** The same, and begins again if that failed. */
  retry(): void;
  /** Replaces the open poll. The calls are fetched again as after any failed poll. */
  renew(): void;
  /** Ends the link because the HTTP session was rejected in another request. */
  expire(error: AppError): void;
  /** Ends the link because nothing arrives over it. A new link can use the same HTTP session. */
  giveUp(error: AppError): void;
  close(): Promise<void>;
}

export interface LinkOptions {
  readonly session: Pick<Session, 'fetchCalls'>;
  openBayeux(listener: BayeuxListener): BayeuxSession;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly calls: CallSink;
  /**
   * Called when notifications arrive, before the calls are fetched, and again for a retry after a failure.
   * Resolves to the failure, if any.
   */
  begin(isRetry: boolean): Promise<AppError | undefined>;
  onState(state: LinkState): void;
}

/**
 * Performs the handshake and keeps the calls complete: they are fetched after the handshake, after every
 * failed poll and on request. While a fetch is pending the link does not count as connected.
 */
export function createLink(options: LinkOptions): Link {
  const { clock, random, calls } = options;
  let isOver = false;
  let hasBegun = false;
  let isPolling = false;
  let isShared = false;
  let problem: AppError | undefined;
  let beginProblem: AppError | undefined;
  let failedFetches = 0;
  let cancelRetry: () => void = () => undefined;
  let isConnected = false;
  let cancelConfirmation: (() => void) | undefined;
  let resolveEnded: (end: SessionEnd | undefined) => void;
  const ended = new Promise<SessionEnd | undefined>((resolve) => {
    resolveEnded = resolve;
  });

  const resync = createResync({
    fetch: () => options.session.fetchCalls(),
    onCalls: (list) => calls.onCalls(list),
    onNotification: (notification) => calls.onNotification(notification),
    onDone() {
      failedFetches = 0;
      reportState();
    },
    onFailure({ kind, error }) {
      if (kind === 'unauthorized') {
        expire(error);
        return;
      }
      problem = error;
      // While polls fail, the next one that is answered requests the fetch.
      if (isPolling) {
        const delay = MIN_RETRY_DELAY_MS + jitteredDelay(failedFetches++, random);
        cancelRetry();
        cancelRetry = clock.after(delay, () => resync.request());
      }
      reportState();
    },
    onBug,
  });

  function onBug(error: unknown): void {
    reportBug(options.logger, 'genesys link', error);
  }

  const bayeux = options.openBayeux({
    onPoll(isSharedNow) {
      const isBack = !isPolling;
      isPolling = true;
      isShared = isSharedNow;
      if (!hasBegun) void begin(false);
      else if (isBack && resync.isPending()) fetchNow();
      else reportState();
    },
    onPollFailure(error) {
      isPolling = false;
      problem = error;
      fetchNow();
      reportState();
    },
    onGap: fetchNow,
    onNotification: (notification) => resync.handle(notification),
    onEnd: finish,
  });

  async function begin(isRetry: boolean): Promise<void> {
    hasBegun = true;
    try {
      beginProblem = await options.begin(isRetry);
    } catch (error) {
      onBug(error);
      beginProblem = toError('internal');
    }
    if (!isOver) fetchNow();
  }

  function retry(): void {
    if (beginProblem === undefined) {
      fetchNow();
      return;
    }
    // Not shown while it is tried again, so that the agent sees that something happens.
    beginProblem = undefined;
    reportState();
    void begin(true);
  }

  function fetchNow(): void {
    cancelRetry();
    resync.request();
  }

  /**
   * After reconnecting, the line is not reported as connected while the next answer may still change what is
   * shown.
   */
  function confirmFirst(): void {
    cancelConfirmation ??= clock.after(CONFIRM_DELAY_MS, () => {
      cancelConfirmation = undefined;
      fetchNow();
    });
  }

  function reportState(): void {
    if (isPolling && !resync.isPending()) {
      if (!isConnected && calls.isInDoubt()) {
        confirmFirst();
        return;
      }
      isConnected = true;
      problem = undefined;
      const warning = beginProblem ?? (isShared ? toError('multiple-clients') : undefined);
      options.onState({ isConnected: true, warning });
    } else if (problem !== undefined) {
      isConnected = false;
      options.onState({ isConnected: false, reason: problem });
    }
  }

  function finish(end: SessionEnd | undefined): void {
    if (isOver) return;
    isOver = true;
    cancelRetry();
    cancelConfirmation?.();
    resync.stop();
    resolveEnded(end);
  }

  function expire(error: AppError): void {
    bayeux.abandon();
    finish({ kind: 'unauthorized', error });
  }

  function giveUp(error: AppError): void {
    bayeux.abandon();
    finish({ kind: 'lost', error, intervalMs: 0 });
  }

  bayeux.start();
  return {
    ended,
    refresh: fetchNow,
    retry,
    renew: () => bayeux.renewPoll(),
    expire,
    giveUp,
    async close() {
      finish(undefined);
      await bayeux.close();
    },
  };
}
