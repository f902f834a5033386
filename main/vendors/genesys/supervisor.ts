import { assertNever } from '../../../contract/assert-never';
import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { Clock } from '../../calls/clock';
import type { Logger } from '../../log/logger';
import type { BayeuxListener, BayeuxSession, SessionEnd } from './bayeux-session';
import { createDelay, createReconnectBackoff } from '../shared/backoff';
import { createConnectionReport } from '../shared/connection-report';
import { reportBug } from '../shared/report-bug';
import { createLink } from './link';
import type { Link, LinkState } from './link';
import { toError } from './reply';
import type { CallList, Session } from './session';

export interface SupervisorOptions {
  /** A new HTTP session that is not signed in. */
  openSession(): Session;
  openBayeux(session: Session, listener: BayeuxListener): BayeuxSession;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Starts the contact-centre session; tells what went wrong with it. */
  begin(session: Session): Promise<AppError | undefined>;
  /** Ends what `begin` started, as the last request of the session. */
  end(session: Session): Promise<void>;
  /** Tells what is wrong with them, if they are not all there is to know. */
  onCalls(list: CallList): AppError | undefined;
  onNews(news: unknown): void;
  /** Whether a call was missing from what was read last. */
  isInDoubt(): boolean;
  onConnection(state: ConnectionState, reason?: AppError): void;
}

/** Keeps the agent connected: it alone signs in and shakes hands, one at a time and never in a loop. */
export interface Supervisor {
  start(): void;
  refresh(): void;
  /** What is open may be dead: polls anew, or connects without waiting its turn out. */
  renew(): void;
  retry(): void;
  /** The session that is signed in, if there is one. */
  session(): Session | undefined;
  /** A request over this session was not accepted: signs in again, unless that was done already. */
  expire(session: Session, error: AppError): void;
  /** Nothing is read any more although it is connected: connects anew. */
  giveUp(error: AppError): void;
  stop(): Promise<void>;
}

/** The least between a bug and the next attempt, as it may come before anything that waits. */
const BUG_DELAY_MS = 2_000;

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { clock, random, logger } = options;
  const backoff = createReconnectBackoff(clock, random);
  const delay = createDelay(clock);
  const reportChange = createConnectionReport(options);
  let session: Session | undefined;
  let isSignedIn = false;
  /** The session that is signed in has been good for a whole reading. */
  let isProven = false;
  /** The link that is, or was last, has told news. */
  let hasLinked = false;
  let begun: Promise<AppError | undefined> | undefined;
  let link: Link | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;
  let isHalted = false;
  let isHurried = false;
  let wasConnected = false;

  function report(state: ConnectionState, reason?: AppError): void {
    if (!isStopped) reportChange(state, reason);
  }

  /** One that was never connected has failed; one that was is on its way back. */
  function troubleState(): ConnectionState {
    return wasConnected ? 'reconnecting' : 'error';
  }

  /** Nothing else may be reported for long, so a report that meets a bug is made again. */
  async function reportForCertain(state: ConnectionState, reason: AppError): Promise<void> {
    for (;;) {
      try {
        report(state, reason);
        return;
      } catch (error) {
        reportBug(logger, 'genesys connection', error);
        await delay.wait(BUG_DELAY_MS);
        if (isStopped) return;
      }
    }
  }

  async function run(): Promise<void> {
    for (;;) {
      try {
        await awaitTurn();
        if (isStopped) return;
        backoff.recordAttempt();
        await connect();
      } catch (error) {
        await recover(error);
      }
    }
  }

  /** Whatever a bug broke off, the next attempt begins with a new session. */
  async function recover(error: unknown): Promise<void> {
    reportBug(logger, 'genesys connection', error);
    link?.giveUp(toError('internal'));
    link = undefined;
    await reportForCertain(troubleState(), toError('internal'));
    await dropSession().catch((bug: unknown) => reportBug(logger, 'genesys session', bug));
    if (!isStopped) await delay.wait(BUG_DELAY_MS);
  }

  async function awaitTurn(): Promise<void> {
    let remaining = isHurried ? backoff.minDelay() : backoff.delay();
    while (remaining > 0 && !isStopped) {
      const isCutShort = await delay.wait(remaining);
      remaining = isCutShort ? backoff.minDelay() : 0;
    }
    isHurried = false;
  }

  /** Waits until the agent asks to try again. */
  async function halt(state: ConnectionState, reason: AppError): Promise<void> {
    if (isStopped) return;
    isHalted = true;
    isHurried = false;
    await reportForCertain(state, reason);
    // Whoever was told may have asked for it already.
    if (!isHaltOver()) await delay.wait();
    isHalted = false;
  }

  function isHaltOver(): boolean {
    return isHurried || isStopped;
  }

  /** Signs in if need be, shakes hands, and stays until that ends. */
  async function connect(): Promise<void> {
    const current = session ?? (await signIn());
    if (current === undefined || isStopped) return;
    hasLinked = false;
    link = createLink({
      session: current,
      openBayeux: (listener) => options.openBayeux(current, listener),
      clock,
      random,
      logger,
      begin: () => (begun ??= options.begin(current)),
      onCalls: (list) => options.onCalls(list),
      onNews: (news) => options.onNews(news),
      isInDoubt: () => options.isInDoubt(),
      onState: onLinkState,
    });
    const end = await link.ended;
    link = undefined;
    if (end !== undefined) await conclude(end);
  }

  async function signIn(): Promise<Session | undefined> {
    const fresh = options.openSession();
    session = fresh;
    const answer = await fresh.signIn();
    if (answer.kind === 'signed-in') {
      isSignedIn = true;
      return fresh;
    }
    logger.warn('Genesys sign-in failed', { kind: answer.kind, code: answer.error.code });
    if (answer.error.code === 'no-route') backoff.recordUnreachable();
    await dropSession();
    if (answer.kind === 'refused') await halt('signed-out', answer.error);
    else await reportForCertain(troubleState(), answer.error);
    return undefined;
  }

  async function conclude(end: SessionEnd): Promise<void> {
    logger.warn('Genesys notifications ended', { kind: end.kind, code: end.error.code });
    switch (end.kind) {
      case 'unauthorized':
        // Refused before it was of any use, it is no sign-in that has run out.
        await reportForCertain(isProven ? troubleState() : 'error', end.error);
        // The server is there and forgot who signed in before: that was worth one handshake, not a pause.
        if (isProven && !hasLinked) isHurried = true;
        await dropSession();
        return;
      case 'lost':
        backoff.setServerInterval(end.intervalMs);
        if (end.isUnreached === true) backoff.recordUnreachable();
        await reportForCertain(troubleState(), end.error);
        return;
      case 'denied':
        await halt('error', end.error);
        return;
      default:
        assertNever(end);
    }
  }

  function onLinkState(state: LinkState): void {
    if (!state.isConnected) {
      report(troubleState(), state.reason);
      return;
    }
    wasConnected = true;
    isProven = true;
    hasLinked = true;
    backoff.recordSuccess();
    report('connected', state.oddity);
  }

  async function dropSession(): Promise<void> {
    const old = session;
    session = undefined;
    isSignedIn = false;
    isProven = false;
    begun = undefined;
    await old?.close();
  }

  function hurry(): void {
    isHurried = true;
    delay.end();
  }

  return {
    session: () => (isSignedIn ? session : undefined),
    start() {
      report('connecting');
      running ??= run();
    },
    refresh() {
      if (link !== undefined) link.refresh();
      else if (!isHalted) hurry();
    },
    renew() {
      if (link !== undefined) link.renew();
      else if (!isHalted) hurry();
    },
    retry() {
      if (link !== undefined) {
        link.refresh();
        return;
      }
      wasConnected = false;
      report('connecting');
      hurry();
    },
    expire(expired, error) {
      if (expired === session) link?.expire(error);
    },
    giveUp: (error) => link?.giveUp(error),
    async stop() {
      isStopped = true;
      delay.end();
      await link?.close();
      if (session !== undefined && begun !== undefined) await options.end(session);
      await dropSession();
      await running;
    },
  };
}
