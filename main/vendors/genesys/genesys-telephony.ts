import type { AppError } from '../../../contract/errors';
import type { Outcome } from '../../../contract/outcome';
import type { LinePort, VendorListener } from '../../calls/ports';
import type { Clock } from '../../time/clock';
import type { HttpClient } from '../../http/http-client';
import type { Logger } from '../../log/logger';
import type { AgentProfile } from '../../settings/profile';
import type { GenesysProfile } from '../../settings/sections/genesys';
import { createBayeuxSession } from './bayeux-session';
import { createCallBook } from './call-book';
import { createContactCenter } from './contact-center';
import { createDialer } from './dialer';
import { createNotificationReader } from './notification-reader';
import { reportBug } from '../shared/report-bug';
import { createWatchdog } from '../shared/watchdog';
import { performOperation } from './operations';
import type { RequestParts } from './operations';
import { createPeriodicResync } from './periodic-resync';
import { createSession } from './session';
import { createSessionSecrets } from './session-secrets';
import { createSupervisor } from './supervisor';

export interface GenesysTelephonyOptions {
  readonly profile: GenesysProfile;
  readonly agent: AgentProfile;
  /** Creates a client with an empty cookie jar; called before each sign-in. */
  createHttp(): HttpClient;
  readonly clock: Clock;
  readonly listener: VendorListener;
  readonly logger: Logger;
  /** Whether the window is visible: calls are fetched less often while it is not. */
  readonly isWatched?: () => boolean;
  /** From 0 up to 1; spreads the delays between attempts. */
  readonly random?: () => number;
}

export type GenesysTelephony = LinePort & Required<Pick<LinePort, 'dial' | 'renew'>>;

/**
 * The agent's calls at Genesys Web Services v2: fetched over REST, kept up to date by notifications over
 * Bayeux, and changed by operations. Calls are reported to the listener completely, and in the order of the
 * notifications. With `session: 'own'` the contact-center session is started first and ended last; with
 * `attach` it is never started or ended.
 */
export function createGenesysTelephony(options: GenesysTelephonyOptions): GenesysTelephony {
  const { profile, agent, clock, listener, logger, random = Math.random } = options;
  const contactCenter = profile.session === 'own' ? createContactCenter(clock) : undefined;
  const book = createCallBook({
    logger,
    agentExtension: agent.extension,
    country: agent.country,
  });
  const secrets = createSessionSecrets(profile);
  const reader = createNotificationReader({
    book,
    listener,
    logger,
    onReturn: () => periodicResync.noteReturn(),
  });
  const dialer = createDialer(agent.extension);
  const periodicResync = createPeriodicResync({
    clock,
    random,
    isInCall: () => book.hasCalls(),
    isInDoubt: () => book.isInDoubt(),
    isWatched: options.isWatched ?? (() => true),
    fetch: () => supervisor.refresh(),
  });
  const supervisor = createSupervisor({
    openSession: () => createSession(profile, options.createHttp(), secrets, logger),
    openBayeux: (session, bayeuxListener) =>
      createBayeuxSession({ session, listener: bayeuxListener, clock, random, logger }),
    clock,
    random,
    logger,
    begin: async (session) => contactCenter?.begin(session),
    end: async (session) => contactCenter?.end(session),
    calls: {
      onCalls(list) {
        const problem = reader.readCallList(list);
        periodicResync.noteFetch();
        feedWatchdog();
        return problem;
      },
      onNotification(notification) {
        reader.readNotification(notification);
        periodicResync.noteNotification();
        feedWatchdog();
      },
      isInDoubt: () => book.isInDoubt(),
    },
    onConnection(state, reason) {
      isConnected = state === 'connected';
      periodicResync.setConnected(isConnected);
      if (isConnected) watchdog.feed();
      else watchdog.rest();
      listener.onConnection(state, reason && secrets.clean(toConnectionReason(reason)));
    },
  });
  let isConnected = false;
  const watchdog = createWatchdog({
    clock,
    promisedMs: () => periodicResync.maxDelayMs(),
    onSilence: () => supervisor.giveUp({ code: 'no-answer', vendor: 'genesys' }),
    onError: (error) => reportBug(logger, 'genesys watchdog', error),
  });

  function feedWatchdog(): void {
    if (isConnected) watchdog.feed();
  }

  function requestParts(): RequestParts {
    return {
      session: supervisor.session(),
      onExpired: (session, error) => supervisor.expire(session, error),
    };
  }

  function clean(answer: Outcome): Outcome {
    if (answer.kind === 'done') return answer;
    return { ...answer, error: secrets.clean(answer.error) };
  }

  return {
    start: () => supervisor.start(),
    refresh: () => supervisor.refresh(),
    renew: () => supervisor.renew(),
    retry: () => supervisor.retry(),
    stop() {
      periodicResync.stop();
      watchdog.rest();
      return supervisor.stop();
    },
    perform: async (operation) =>
      clean(await performOperation(operation, { book, ...requestParts() })),
    dial: async (address) => clean(await dialer.dial(address, requestParts())),
  };
}

/** Connecting requests nothing that may have ended, so what is not found means a wrong address. */
function toConnectionReason(reason: AppError): AppError {
  return reason.code === 'not-found' ? { ...reason, code: 'wrong-address' } : reason;
}
