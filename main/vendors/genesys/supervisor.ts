import { assertNever } from '../../../contract/assert-never';
import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { createDelay, createReconnectBackoff } from '../shared/backoff';
import { createConnectionReport } from '../shared/connection-report';
import { reportBug } from '../shared/report-bug';
import type { BayeuxListener, BayeuxSession } from './bayeux-session';
import { createLink } from './link';
import type { CallSink, LinkState } from './link';
import { toError } from './reply';
import type { Session } from './session';
import { sessionOf, signedInOf } from './supervisor-state';
import type { Halted, Linked, SignedIn, SigningIn, State, Waiting } from './supervisor-state';

export interface SupervisorOptions {
  /** A new HTTP session that is not signed in. */
  openSession(): Session;
  openBayeux(session: Session, listener: BayeuxListener): BayeuxSession;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly calls: CallSink;
  /** Starts the contact-center session. Resolves to the failure, if any. */
  begin(session: Session): Promise<AppError | undefined>;
  /** Ends the session that `begin` started, if any. This is its last request. */
  end(session: Session): Promise<void>;
  onConnection(state: ConnectionState, reason?: AppError): void;
}

/**
 * Keeps the agent connected. Nothing else signs in or performs handshakes, and never more than one at a time.
 */
export interface Supervisor {
  start(): void;
  /** Fetches the calls, or connects without waiting for the end of a delay. */
  refresh(): void;
  /** Connections may be dead, for example after sleep: replaces the open poll, or connects like `refresh`. */
  renew(): void;
  /** The agent asked to try again. Only this resumes after a refusal, or starts the contact-center session again. */
  retry(): void;
  /** The current signed-in session, if any. */
  session(): Session | undefined;
  /** A request over this session was rejected: signs in again, unless that has been done already. */
  expire(session: Session, error: AppError): void;
  /** Nothing arrives any more although it is connected: connects again. */
  giveUp(error: AppError): void;
  stop(): Promise<void>;
}

/** The delay after a bug, whose cause may be temporary. */
const BUG_DELAY_MS = 2_000;

/**
 * A state machine. Each state has one step, which waits for something and then enters the next state.
 * `retry` and `stop` enter a state from outside, so after each wait a step goes on only if its state is
 * still the current one.
 */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { clock, random, logger } = options;
  const backoff = createReconnectBackoff(clock, random);
  /** The wait of the current step, if it can be cut short. */
  const delay = createDelay(clock);
  const reportChange = createConnectionReport(options);
  let state: State = { kind: 'idle' };
  let running: Promise<void> | undefined;
  /** A failure is shown as an error if the agent was never connected, otherwise as an interruption. */
  let failureState: 'error' | 'reconnecting' = 'error';

  async function run(): Promise<void> {
    while (state.kind !== 'stopped') {
      try {
        await step();
      } catch (error) {
        await recover(error);
      }
    }
  }

  async function step(): Promise<void> {
    switch (state.kind) {
      case 'waiting':
        return waitForTurn(state);
      case 'signing-in':
        return signIn(state);
      case 'linked':
        return awaitEnd(state);
      case 'halted':
        return awaitRetry(state);
      case 'idle':
      case 'stopped':
        return;
      default:
        return assertNever(state);
    }
  }

  async function waitForTurn(current: Waiting): Promise<void> {
    await reportFailure(current);
    if (current.pace === 'after-bug') await delay.wait(BUG_DELAY_MS);
    let remaining = current.pace === 'urgent' ? backoff.minDelay() : backoff.delay();
    while (remaining > 0 && state === current) {
      const isCutShort = await delay.wait(remaining);
      remaining = isCutShort ? backoff.minDelay() : 0;
    }
    if (state !== current) return;
    backoff.recordAttempt();
    state =
      current.signedIn === undefined
        ? { kind: 'signing-in', session: options.openSession(), nextPace: 'regular' }
        : openLink(current.signedIn);
  }

  async function signIn(current: SigningIn): Promise<void> {
    const { session } = current;
    const answer = await session.signIn();
    if (state !== current) return;
    if (answer.kind === 'signed-in') {
      state = openLink({ session, phase: 'new', begun: undefined });
      return;
    }
    logger.warn('Genesys sign-in failed', { kind: answer.kind, code: answer.error.code });
    if (answer.error.code === 'no-route') backoff.recordUnreachable();
    const reason = answer.error;
    await enterWithout(
      session,
      answer.kind === 'refused'
        ? { kind: 'halted', unreported: { state: 'signed-out', reason } }
        : { kind: 'waiting', unreported: { state: failureState, reason }, pace: current.nextPace },
    );
  }

  function openLink(signedIn: SignedIn): Linked {
    const { session } = signedIn;
    if (signedIn.phase === 'connected') signedIn.phase = 'resuming';
    const link = createLink({
      session,
      openBayeux: (listener) => options.openBayeux(session, listener),
      clock,
      random,
      logger,
      calls: options.calls,
      begin: (isRetry) =>
        (signedIn.begun = (isRetry ? undefined : signedIn.begun) ?? options.begin(session)),
      onState: (linkState) => onLinkState(signedIn, linkState),
    });
    return { kind: 'linked', signedIn, link };
  }

  function onLinkState(signedIn: SignedIn, linkState: LinkState): void {
    if (!linkState.isConnected) {
      report(failureState, linkState.reason);
      return;
    }
    signedIn.phase = 'connected';
    failureState = 'reconnecting';
    backoff.recordSuccess();
    report('connected', linkState.warning);
  }

  async function awaitEnd(current: Linked): Promise<void> {
    const { signedIn, link } = current;
    const end = await link.ended;
    if (state !== current || end === undefined) return;
    const { error: reason } = end;
    logger.warn('Genesys notifications ended', { kind: end.kind, code: reason.code });
    switch (end.kind) {
      case 'unauthorized':
        return enterWithout(signedIn.session, {
          kind: 'waiting',
          // A sign-in that was rejected before it was ever used has not expired: something is wrong with it.
          unreported: { state: signedIn.phase === 'new' ? 'error' : failureState, reason },
          // The server is available and has only lost the session, so there is no reason to wait.
          pace: signedIn.phase === 'resuming' ? 'urgent' : 'regular',
        });
      case 'lost':
        backoff.setServerInterval(end.intervalMs);
        if (end.isUnreached === true) backoff.recordUnreachable();
        state = {
          kind: 'waiting',
          signedIn,
          unreported: { state: failureState, reason },
          pace: 'regular',
        };
        return;
      case 'denied':
        state = { kind: 'halted', signedIn, unreported: { state: 'error', reason } };
        return;
      default:
        assertNever(end);
    }
  }

  async function awaitRetry(current: Halted): Promise<void> {
    await reportFailure(current);
    // The agent may have retried while the failure was being reported.
    if (state === current) await delay.wait();
  }

  /** After an unexpected error the next attempt begins with a new session. */
  async function recover(error: unknown): Promise<void> {
    reportBug(logger, 'genesys connection', error);
    const failed = state;
    if (failed.kind === 'stopped') return;
    if (failed.kind === 'linked') failed.link.giveUp(toError('internal'));
    await enterWithout(sessionOf(failed), {
      kind: 'waiting',
      unreported: { state: failureState, reason: toError('internal') },
      pace: 'after-bug',
    });
  }

  /** Reports the failure before it closes the session, which can take a while. */
  async function enterWithout(session: Session | undefined, next: Waiting | Halted): Promise<void> {
    state = next;
    await reportFailure(next);
    await tryTo(() => session?.close());
  }

  /** It may be shown for a long time, so a report that fails unexpectedly is repeated. */
  async function reportFailure(current: Waiting | Halted): Promise<void> {
    while (current.unreported !== undefined && state === current) {
      try {
        report(current.unreported.state, current.unreported.reason);
        current.unreported = undefined;
      } catch (error) {
        reportBug(logger, 'genesys connection', error);
        await delay.wait(BUG_DELAY_MS);
      }
    }
  }

  function report(connection: ConnectionState, reason?: AppError): void {
    if (state.kind !== 'stopped') reportChange(connection, reason);
  }

  /** If one step of the shutdown fails because of a bug, the next steps still run. */
  async function tryTo(end: () => Promise<void> | undefined): Promise<void> {
    try {
      await end();
    } catch (error) {
      reportBug(logger, 'genesys session', error);
    }
  }

  /** Cuts short a delay before the next attempt. */
  function hurry(): void {
    if (state.kind === 'waiting') {
      state.pace = 'urgent';
      delay.end();
    } else if (state.kind === 'signing-in') state.nextPace = 'urgent';
  }

  return {
    session: () => signedInOf(state)?.session,
    start() {
      if (state.kind !== 'idle') return;
      state = { kind: 'waiting', pace: 'regular' };
      running = run();
      report('connecting');
    },
    refresh() {
      if (state.kind === 'linked') state.link.refresh();
      else hurry();
    },
    renew() {
      if (state.kind === 'linked') state.link.renew();
      else hurry();
    },
    retry() {
      if (state.kind === 'linked') {
        state.link.retry();
        return;
      }
      failureState = 'error';
      report('connecting');
      if (state.kind === 'halted') {
        state = { kind: 'waiting', signedIn: state.signedIn, pace: 'urgent' };
        delay.end();
      } else hurry();
    },
    expire(session, error) {
      if (state.kind === 'linked' && state.signedIn.session === session) state.link.expire(error);
    },
    giveUp(error) {
      if (state.kind === 'linked') state.link.giveUp(error);
    },
    async stop() {
      const last = state;
      state = { kind: 'stopped' };
      delay.end();
      if (last.kind === 'linked') await tryTo(() => last.link.close());
      const signedIn = signedInOf(last);
      if (signedIn !== undefined) await tryTo(() => options.end(signedIn.session));
      await tryTo(() => sessionOf(last)?.close());
      await running;
    },
  };
}
