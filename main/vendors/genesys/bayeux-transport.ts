import type { Message, Transport } from 'cometd';
import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import type { HttpOutcome } from '../../http/http-client';
import { MAX_HOLD_MS, readMessages } from './bayeux-messages';
import { readReply, toError, toStatusError, wasUnauthorized } from './reply';
import type { Session } from './session';

/** How long an answer may take, on top of the time for which the server holds a poll. */
const NETWORK_MARGIN_MS = 5_000;
/** How long a server holds a poll by default, as in CometD 3.1. */
const DEFAULT_HOLD_MS = 30_000;

/** A poll that was open for at least this long before a gateway ended it was held, in ms. */
const MIN_HELD_MS = 2_000;
/** How much shorter the poll after a cut one should be, and the minimum length. */
const SHORTER = 0.75;
const MIN_HOLD_MS = 5_000;
/** The statuses with which gateways answer if the server behind them is too slow or closed the connection. */
const GATEWAY_STATUSES: ReadonlySet<number> = new Set([408, 502, 503, 504, 524]);

/** After this many empty polls in a row that were not held, further polls are delayed. */
const MAX_FAST_POLLS = 10;
const FAST_POLL_MS = 100;
const MIN_INTERVAL_MS = 1_000;

/** Why a request of the Bayeux session failed. Cometd passes it on as the message's `failure`. */
export interface TransportFailure {
  readonly error: AppError;
  readonly isUnauthorized: boolean;
}

/** What cometd 9 passes to a transport, missing from its typings. */
interface Envelope {
  readonly url: string;
  readonly messages: Message[];
  onSuccess(messages: readonly Message[]): void;
  onFailure(conduit: undefined, messages: Message[], failure: object): void;
}

/**
 * Long polling over the agent's HTTP session, as a transport of cometd 9.
 *
 * A poll is aborted shortly after the server should have answered it, so that a dead connection is detected
 * as early as possible without polling more often. A server that does not hold polls is not polled in a tight
 * loop.
 *
 * Proxies and gateways end requests that stay open for long. If a poll was held and then ended by one of
 * them, it is sent again immediately, without involving cometd, and asks the server to answer earlier, which
 * CometD's servers do (`advice.timeout` of `/meta/connect`). A server with the acknowledgement extension
 * sends lost messages again.
 */
export class BayeuxTransport implements Transport {
  readonly type = 'long-polling';
  url = '';
  readonly #session: Pick<Session, 'exchange'>;
  readonly #clock: Clock;
  readonly #giveUp = new AbortController();
  /** Aborts only the current poll. */
  #givePollUp = new AbortController();
  readonly #onGap: () => void;
  #holdMs = DEFAULT_HOLD_MS;
  /** How long the server is asked to hold a poll; undefined leaves it to the server. */
  #wantedHoldMs: number | undefined;
  #fastPolls = 0;
  #cancelDelay: () => void = () => undefined;

  /** `onGap`: a proxy or gateway ended a poll, which is sent again; its content may be lost. */
  constructor(session: Pick<Session, 'exchange'>, clock: Clock, onGap: () => void) {
    this.#session = session;
    this.#clock = clock;
    this.#onGap = onGap;
  }

  accept(): boolean {
    return true;
  }

  reset(): void {
    this.#holdMs = DEFAULT_HOLD_MS;
  }

  /** Aborts all requests. Nothing is sent afterwards. */
  abort(): void {
    this.#cancelDelay();
    this.#giveUp.abort();
    this.#givePollUp.abort();
  }

  /** Aborts the current poll, so that cometd sends a new one. */
  renewPoll(): void {
    this.#givePollUp.abort();
  }

  send(envelope: Envelope): void {
    const { signal } = this.#giveUp;
    if (signal.aborted) {
      this.#fail(envelope, { error: toError('not-connected'), isUnauthorized: false });
      return;
    }
    if (isHeld(envelope) && this.#fastPolls >= MAX_FAST_POLLS) {
      this.#cancelDelay = this.#clock.after(MIN_INTERVAL_MS, () => this.#exchange(envelope));
    } else this.#exchange(envelope);
  }

  #exchange(envelope: Envelope): void {
    const sentAt = this.#clock.elapsed();
    const timeoutMs = (isHeld(envelope) ? this.#holdMs : 0) + NETWORK_MARGIN_MS;
    const body = JSON.stringify(this.#withWantedHold(envelope));
    if (isHeld(envelope)) this.#givePollUp = new AbortController();
    const { signal } = isHeld(envelope) ? this.#givePollUp : this.#giveUp;
    this.#session
      .exchange(envelope.url, body, timeoutMs, signal)
      .then((outcome) => {
        const openMs = this.#clock.elapsed() - sentAt;
        if (isHeld(envelope)) this.#fastPolls += 1;
        if (openMs > FAST_POLL_MS) this.#fastPolls = 0;
        if (isHeld(envelope) && openMs >= MIN_HELD_MS && isEndedOnTheWay(outcome)) {
          this.#wantedHoldMs = Math.max(MIN_HOLD_MS, Math.round(openMs * SHORTER));
          this.send(envelope);
          this.#onGap();
        } else this.#receive(envelope, outcome);
      })
      // Cometd would wait forever for a missing reply.
      .catch(() => this.#fail(envelope, { error: toError('internal'), isUnauthorized: false }));
  }

  #withWantedHold(envelope: Envelope): readonly Message[] {
    if (!isHeld(envelope) || this.#wantedHoldMs === undefined) return envelope.messages;
    const advice = { timeout: this.#wantedHoldMs };
    return envelope.messages.map((message) => ({ ...message, advice }));
  }

  #receive(envelope: Envelope, outcome: HttpOutcome): void {
    if (outcome.kind !== 'done') {
      this.#fail(envelope, { error: outcome.error, isUnauthorized: false });
      return;
    }
    const { status, text } = outcome.value;
    const messages = status === 200 ? readMessages(text) : undefined;
    if (messages === undefined) {
      this.#fail(envelope, explain(outcome, status, text));
      return;
    }
    if (messages.length > envelope.messages.length) this.#fastPolls = 0;
    this.#learnHold(messages);
    // Cometd would wait forever for the missing reply, but the other messages are usable.
    const isComplete = envelope.messages.every((sent) => messages.some((it) => answers(it, sent)));
    envelope.onSuccess(messages);
    if (!isComplete) {
      this.#fail(envelope, {
        error: toError('malformed-answer', 'A Bayeux message was not answered'),
        isUnauthorized: false,
      });
    }
  }

  #learnHold(messages: readonly Message[]): void {
    for (const { advice } of messages) this.#holdMs = advice?.timeout ?? this.#holdMs;
    if (this.#holdMs === MAX_HOLD_MS) this.#wantedHoldMs ??= MAX_HOLD_MS;
  }

  #fail(envelope: Envelope, failure: TransportFailure): void {
    envelope.onFailure(undefined, envelope.messages, { ...failure });
  }
}

/** The server holds a poll unless it asks for an immediate answer. */
function isHeld({ messages }: Envelope): boolean {
  return messages.some(
    ({ channel, advice }) => channel === '/meta/connect' && advice?.timeout !== 0,
  );
}

function isEndedOnTheWay(outcome: HttpOutcome): boolean {
  if (outcome.kind === 'done') return GATEWAY_STATUSES.has(outcome.value.status);
  return outcome.kind === 'unknown' && outcome.wasCut === true;
}

function answers(received: Message, sent: Message): boolean {
  return received.channel === sent.channel && received.id === sent.id;
}

function explain(outcome: HttpOutcome, status: number, text: string): TransportFailure {
  const reply = readReply(outcome);
  if (reply.kind === 'done') return { error: toStatusError(status, text), isUnauthorized: false };
  return { error: reply.error, isUnauthorized: wasUnauthorized(reply) };
}
