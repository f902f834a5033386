import { AckExtension } from 'cometd';
import type { CometD, Message } from 'cometd';
import { z } from 'zod';
import { appErrorSchema } from '../../../contract/errors';
import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { BayeuxTransport } from './bayeux-transport';
import { createCometD } from './clocked-cometd';
import { toError } from './reply';
import type { Session } from './session';

const CALLS_CHANNEL = '/v2/me/calls';

/**
 * How often a cut poll is retried before the session is given up. With cometd's backoff that takes about as
 * long as a server keeps a session that does not poll (CometD 3.1: 10 s).
 */
const LIVE_FAILURES = 3;
const RETRY_STEP_MS = 1_000;
const CLOSE_TIMEOUT_MS = 2_000;

/** Why a session is over. Only the supervisor begins a new one. */
export type SessionEnd =
  /** The HTTP session is no longer accepted: sign in first. */
  | { readonly kind: 'unauthorized'; readonly error: AppError }
  /** A new handshake is needed, after at least this many milliseconds. */
  | {
      readonly kind: 'lost';
      readonly error: AppError;
      readonly intervalMs: number;
      /** The handshake itself never reached the server. */
      readonly isUnreached?: boolean;
    }
  /** The server asked for no further attempts. */
  | { readonly kind: 'denied'; readonly error: AppError };

export interface BayeuxListener {
  /** Subscribed, and the last poll was answered. `isShared`: the same agent is also connected elsewhere. */
  onPoll(isShared: boolean): void;
  /** A poll failed, and the session retries. Notifications in transit may be lost. */
  onPollFailure(error: AppError): void;
  /**
   * A proxy or gateway ended a poll, which was sent again at once. The session is fine, but notifications may
   * be lost.
   */
  onGap(): void;
  /** The `data` of a message on the channel of the calls. */
  onNotification(data: unknown): void;
  /** Called once, as the last event. */
  onEnd(end: SessionEnd): void;
}

export interface BayeuxSession {
  start(): void;
  /** Replaces the open poll, whose connection may be dead without having been closed. */
  renewPoll(): void;
  /** Ends the session without disconnecting from the server. */
  abandon(): void;
  /** Disconnects from the server, waiting only briefly for its answer. */
  close(): Promise<void>;
}

const messageSchema = z.object({
  successful: z.boolean().catch(false),
  error: z.string().optional().catch(undefined),
  advice: z
    .object({
      reconnect: z.string().optional().catch(undefined),
      interval: z.number().optional().catch(undefined),
      'multiple-clients': z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  failure: z
    // Not shortened yet: secrets have to be removed first.
    .object({
      error: appErrorSchema.extend({ detail: z.string().optional() }),
      isUnauthorized: z.boolean(),
    })
    .optional()
    .catch(undefined),
});
type Reply = z.infer<typeof messageSchema>;

/**
 * One Bayeux session: a single handshake, the subscription to the agent's calls, and the poll that is held
 * open. It uses the acknowledgement extension if the server supports it. Cometd repeats a poll whose
 * connection was cut, but is never allowed to start another handshake, because it would do so without a
 * delay.
 */
export function createBayeuxSession(options: {
  session: Session;
  listener: BayeuxListener;
  clock: Clock;
  random: () => number;
  logger: Logger;
}): BayeuxSession {
  const { session, listener, clock, random, logger } = options;
  const transport = new BayeuxTransport(session, clock, () => {
    if (!isOver && isSubscribed) guard(() => listener.onGap());
  });
  const cometd = createCometD(clock, reportUnexpected);
  let isOver = false;
  let isSubscribed = false;
  let hasPolled = false;
  let hasNotification = false;
  let isShared = false;
  let failures = 0;

  function reportUnexpected(error: unknown): void {
    logger.error('Unexpected error in a Bayeux session', { error: String(error) });
  }

  function finish(end: SessionEnd): void {
    if (isOver) return;
    abandon();
    listener.onEnd(end);
  }

  function abandon(): void {
    isOver = true;
    transport.abort();
    // The transport is closed, so nothing is sent. It ends cometd's own timers.
    cometd.disconnect();
  }

  function onHandshake(reply: Reply): void {
    const isUnreached = reply.failure?.error.code === 'no-route';
    const end = endOf(reply) ?? (reply.successful ? undefined : { ...lost(reply), isUnreached });
    if (end !== undefined) {
      finish(end);
      return;
    }
    cometd.subscribe(CALLS_CHANNEL, onMessage);
  }

  function onMessage(message: Message): void {
    const data: unknown = message.data;
    hasNotification = true;
    if (!isOver) guard(() => listener.onNotification(data));
  }

  function onSubscribe(reply: Reply): void {
    if (!reply.successful) {
      finish(endOf(reply) ?? lost(reply));
      return;
    }
    isSubscribed = true;
    reportPoll();
  }

  function onConnect(reply: Reply): void {
    const end = endOf(reply);
    if (end !== undefined) {
      finish(end);
    } else if (reply.successful) {
      failures = 0;
      hasPolled = true;
      // A poll with notifications is answered immediately, so it does not show whether there are other clients.
      isShared = reply.advice?.['multiple-clients'] ?? (hasNotification && isShared);
      hasNotification = false;
      reportPoll();
    } else if (++failures >= LIVE_FAILURES) {
      finish(lost(reply));
    } else {
      hasPolled = false;
      listener.onPollFailure(errorOf(reply));
    }
  }

  function reportPoll(): void {
    if (isSubscribed && hasPolled) listener.onPoll(isShared);
  }

  /** Cometd swallows what its listeners throw. */
  function guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      reportUnexpected(error);
    }
  }

  function listen(channel: string, handle: (reply: Reply) => void): void {
    cometd.addListener(channel, (message) => {
      if (!isOver) guard(() => handle(messageSchema.parse(message)));
    });
  }

  configure(cometd, session.notificationsUrl, RETRY_STEP_MS * (0.5 + random()));
  cometd.registerTransport(transport.type, transport);
  listen('/meta/handshake', onHandshake);
  listen('/meta/subscribe', onSubscribe);
  listen('/meta/connect', onConnect);

  return {
    start: () => cometd.handshake(),
    renewPoll: () => transport.renewPoll(),
    abandon,
    async close() {
      if (isOver || cometd.isDisconnected()) return;
      isOver = true;
      await new Promise<void>((resolve) => {
        const cancel = clock.after(CLOSE_TIMEOUT_MS, resolve);
        cometd.disconnect(() => {
          cancel();
          resolve();
        });
      });
      transport.abort();
    },
  };
}

/** The random step spreads clients that lost the same server at the same moment. */
function configure(cometd: CometD, url: string, backoffIncrement: number): void {
  cometd.configure({ url, logLevel: 'warn', backoffIncrement });
  cometd.registerExtension('ack', new AckExtension());
}

/**
 * Whether a reply, successful or not, ends the session. The advice decides, since error texts and numbers
 * differ between servers.
 */
function endOf(reply: Reply): SessionEnd | undefined {
  if (reply.failure?.isUnauthorized === true) {
    return { kind: 'unauthorized', error: reply.failure.error };
  }
  const reconnect = reply.advice?.reconnect;
  if (reconnect === 'none') return { kind: 'denied', error: errorOf(reply) };
  return reconnect === 'handshake' ? lost(reply) : undefined;
}

function lost(reply: Reply): Extract<SessionEnd, { kind: 'lost' }> {
  return { kind: 'lost', error: errorOf(reply), intervalMs: reply.advice?.interval ?? 0 };
}

/** 402, and 401 with some servers, means that the server has lost the session. */
function errorOf({ failure, error, advice }: Reply): AppError {
  if (failure !== undefined) return failure.error;
  if (advice?.['multiple-clients'] === true) return toError('multiple-clients', error);
  return toError(/^40[12]:/.test(error ?? '') ? 'session-expired' : 'refused', error);
}
