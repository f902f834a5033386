import { z } from 'zod';
import type { Clock } from '../../main/time/clock';
import type { HttpOutcome, HttpRequest } from '../../main/http/http-client';
import { toError } from '../../main/vendors/genesys/reply';

/** How a server treats its agents. It can change while they are connected. */
export interface ServerBehavior {
  /** Down: new connections are refused and open ones are cut. */
  isDown: boolean;
  /** Answers every request with 403. */
  isRejecting: boolean;
  /** How many sign-ins and handshakes it can handle per second. */
  perSecond: number;
}

/** A model of a Genesys server with any number of agents, on a given clock. */
export interface ModeledServer {
  readonly behavior: ServerBehavior;
  /** When each handshake arrived, in ms. */
  readonly handshakes: readonly number[];
  /** When each sign-in arrived, in ms. */
  readonly signIns: readonly number[];
  /** The number of requests of any kind. */
  requests(): number;
  /** Handles a request of the agent `who`, identified by cookies. */
  handle(who: object, request: HttpRequest): Promise<HttpOutcome>;
  /** Simulates a restart: all sign-ins and sessions are lost, and held polls are cut. */
  forgetEverybody(): void;
  /** Marks an agent as signed in, without a request. */
  admit(who: object): void;
}

const LATENCY_MS = 30;
/** A sign-in or handshake that would have to wait longer is answered with 503 after a second. */
const MAX_QUEUE_MS = 5_000;
const OVERLOADED_MS = 1_000;
const HOLD_MS = 30_000;

const messagesSchema = z.array(
  z.looseObject({
    channel: z.string(),
    id: z.string(),
    clientId: z.string().optional(),
    advice: z.looseObject({ timeout: z.number() }).optional(),
  }),
);
type Messages = z.infer<typeof messagesSchema>;

const CUT: HttpOutcome = { kind: 'unknown', error: toError('no-answer'), wasCut: true };
const REFUSED: HttpOutcome = { kind: 'failed', error: toError('no-route') };

const DENIED = { statusCode: 20, statusMessage: 'Access denied' };

function answer(status: number, body: unknown): HttpOutcome {
  return { kind: 'done', value: { status, headers: {}, text: JSON.stringify(body) } };
}

export function createModeledServer(clock: Clock): ModeledServer {
  const behavior: ServerBehavior = { isDown: false, isRejecting: false, perSecond: Infinity };
  const handshakes: number[] = [];
  const signIns: number[] = [];
  let signedIn = new WeakSet();
  let sessions = new Set<string>();
  let cuts = new Set<() => void>();
  let made = 0;
  let requests = 0;
  let freeAt = 0;

  function later(milliseconds: number): Promise<void> {
    return new Promise((resolve) => clock.after(milliseconds, resolve));
  }

  /** Waits for a turn. Returns false if the queue is too long. */
  async function queue(): Promise<boolean> {
    freeAt = Math.max(freeAt, clock.now());
    const wait = freeAt - clock.now();
    if (wait > MAX_QUEUE_MS) {
      await later(OVERLOADED_MS);
      return false;
    }
    freeAt += 1000 / behavior.perSecond;
    await later(wait);
    return true;
  }

  async function respond(who: object, request: HttpRequest): Promise<HttpOutcome> {
    await later(LATENCY_MS);
    requests += 1;
    const isSignIn = request.headers?.authorization !== undefined;
    if (isSignIn) signIns.push(clock.now());
    const messages =
      request.body === undefined ? [] : messagesSchema.parse(JSON.parse(request.body));
    const isHandshake = messages.some(({ channel }) => channel === '/meta/handshake');
    if (isHandshake) handshakes.push(clock.now());
    if (behavior.isRejecting) return answer(403, DENIED);
    if (!isSignIn && !signedIn.has(who)) return answer(403, DENIED);
    if ((isSignIn || isHandshake) && !(await queue())) return answer(503, 'overloaded');
    if (isSignIn) signedIn.add(who);
    if (messages.length === 0) return answer(200, { statusCode: 0, calls: [] });
    return answer(200, await speak(messages));
  }

  async function speak(messages: Messages): Promise<unknown[]> {
    const replies: unknown[] = [];
    for (const message of messages) replies.push(await replyTo(message));
    return replies;
  }

  async function replyTo(message: Messages[number]): Promise<unknown> {
    const { channel, id, clientId = '', advice } = message;
    if (channel === '/meta/handshake') {
      const fresh = `client-${(made += 1)}`;
      sessions.add(fresh);
      return {
        channel,
        id,
        successful: true,
        version: '1.0',
        clientId: fresh,
        supportedConnectionTypes: ['long-polling'],
        advice: { reconnect: 'retry', interval: 0, timeout: HOLD_MS },
      };
    }
    if (!sessions.has(clientId)) {
      const handshake = { reconnect: 'handshake', interval: 0 };
      return { channel, id, successful: false, error: '402::Unknown client', advice: handshake };
    }
    if (channel === '/meta/connect' && advice?.timeout !== 0) await later(HOLD_MS);
    if (channel === '/meta/disconnect') sessions.delete(clientId);
    return { channel, id, clientId, successful: true, subscription: '/v2/me/calls' };
  }

  return {
    behavior,
    handshakes,
    signIns,
    requests: () => requests,
    handle(who, request) {
      if (behavior.isDown) return later(LATENCY_MS).then(() => REFUSED);
      return new Promise((resolve) => {
        function settle(outcome: HttpOutcome): void {
          cuts.delete(cut);
          cancelDeadline();
          resolve(outcome);
        }
        function cut(): void {
          settle(CUT);
        }
        const cancelDeadline = clock.after(request.timeoutMs, cut);
        request.signal?.addEventListener('abort', cut, { once: true });
        cuts.add(cut);
        void respond(who, request).then(settle);
      });
    },
    forgetEverybody() {
      signedIn = new WeakSet();
      sessions = new Set();
      const active = cuts;
      cuts = new Set();
      for (const cut of active) cut();
    },
    admit: (who) => void signedIn.add(who),
  };
}
