import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../calls/clock';
import type { Logger } from '../../log/logger';
import { jitteredDelay } from '../shared/backoff';
import { reportBug } from '../shared/report-bug';
import type { BayeuxListener, BayeuxSession, SessionEnd } from './bayeux-session';
import { toError } from './reply';
import { createResync } from './resync';
import type { CallList, Session } from './session';

const MIN_RETRY_DELAY_MS = 1_000;
/** How soon the calls are read again after an answer that lacked one. */
const SECOND_READING_MS = 1_000;

/** How well the calls that are shown are known to be the calls that there are. */
export type LinkState =
  /** News come, and none is missing. `oddity`: what is not as it should be all the same. */
  | { readonly isConnected: true; readonly oddity: AppError | undefined }
  | { readonly isConnected: false; readonly reason: AppError };

/** News and readings over one Bayeux session, from its handshake to its end. */
export interface Link {
  /** Why it ended by itself, or undefined where `close` ended it. */
  readonly ended: Promise<SessionEnd | undefined>;
  /** Reads all calls again. */
  refresh(): void;
  /** Polls anew; the calls are read again as after any poll that failed. */
  renew(): void;
  /** Ends it, as the HTTP session was not accepted for another request. */
  expire(error: AppError): void;
  /** Ends it, as nothing comes of it any more; another can be made over the same HTTP session. */
  giveUp(error: AppError): void;
  close(): Promise<void>;
}

export interface LinkOptions {
  readonly session: Pick<Session, 'readCalls'>;
  openBayeux(listener: BayeuxListener): BayeuxSession;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Done once, when news come and before the calls are read. Tells what went wrong with it. */
  begin(): Promise<AppError | undefined>;
  /** Tells what is wrong with them, if they are not all there is to know. */
  onCalls(list: CallList): AppError | undefined;
  onNews(news: unknown): void;
  /** Whether a call was missing from what was read last, so that the next reading decides about it. */
  isInDoubt(): boolean;
  onState(state: LinkState): void;
}

/**
 * Shakes hands and keeps what is shown complete: the calls are read after the handshake, after every
 * poll that failed, and when asked. While a reading is owed it is not called connected.
 */
export function createLink(options: LinkOptions): Link {
  const { clock, random } = options;
  let isOver = false;
  let hasBegun = false;
  let isPolling = false;
  let isShared = false;
  let trouble: AppError | undefined;
  let beginProblem: AppError | undefined;
  let failedReads = 0;
  let cancelRetry: () => void = () => undefined;
  let isConnected = false;
  let cancelSecondReading: (() => void) | undefined;
  let resolveEnded: (end: SessionEnd | undefined) => void;
  const ended = new Promise<SessionEnd | undefined>((resolve) => {
    resolveEnded = resolve;
  });

  const resync = createResync({
    read: () => options.session.readCalls(),
    onCalls: (list) => options.onCalls(list),
    onNews: (news) => options.onNews(news),
    onDone() {
      failedReads = 0;
      tell();
    },
    onFailure({ kind, error }) {
      if (kind === 'unauthorized') {
        expire(error);
        return;
      }
      trouble = error;
      // Without news the next poll that is answered asks for the reading.
      if (isPolling) {
        const delay = MIN_RETRY_DELAY_MS + jitteredDelay(failedReads++, random);
        cancelRetry();
        cancelRetry = clock.after(delay, () => resync.request());
      }
      tell();
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
      if (!hasBegun) void begin();
      else if (isBack && resync.isOwed()) readNow();
      else tell();
    },
    onTrouble(error) {
      isPolling = false;
      trouble = error;
      readNow();
      tell();
    },
    onGap: readNow,
    onNews: (news) => resync.pass(news),
    onEnd: finish,
  });

  async function begin(): Promise<void> {
    hasBegun = true;
    try {
      beginProblem = await options.begin();
    } catch (error) {
      onBug(error);
      beginProblem = toError('internal');
    }
    if (!isOver) readNow();
  }

  function readNow(): void {
    cancelRetry();
    resync.request();
  }

  /** Who comes back does not call connected what the next answer may take away. */
  function readForCertain(): void {
    cancelSecondReading ??= clock.after(SECOND_READING_MS, () => {
      cancelSecondReading = undefined;
      readNow();
    });
  }

  function tell(): void {
    if (isPolling && !resync.isOwed()) {
      if (!isConnected && options.isInDoubt()) {
        readForCertain();
        return;
      }
      isConnected = true;
      trouble = undefined;
      const oddity = isShared ? toError('multiple-clients') : beginProblem;
      options.onState({ isConnected: true, oddity });
    } else if (trouble !== undefined) {
      isConnected = false;
      options.onState({ isConnected: false, reason: trouble });
    }
  }

  function finish(end: SessionEnd | undefined): void {
    if (isOver) return;
    isOver = true;
    cancelRetry();
    cancelSecondReading?.();
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
    refresh: readNow,
    renew: () => bayeux.renewPoll(),
    expire,
    giveUp,
    async close() {
      finish(undefined);
      await bayeux.close();
    },
  };
}
