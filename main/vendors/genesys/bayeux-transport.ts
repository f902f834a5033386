import type { Message, Transport } from 'cometd';
import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../calls/clock';
import type { HttpOutcome } from '../../http/http-client';
import { parseJson } from '../shared/parse-json';
import { readReply, toError, toStatusError } from './reply';
import type { Session } from './session';

/** How much longer than the server holds a poll, or than nothing, an answer may take. */
const NETWORK_MARGIN_MS = 5_000;
/** How long a server holds a poll that has not said so: the default of CometD 3.1. */
const DEFAULT_HOLD_MS = 30_000;
const LONGEST_HOLD_MS = 600_000;

/** After so many empty polls in a row that were not held, further ones have a pause before them. */
const HASTY_POLLS = 10;
const HASTY_MS = 100;
const HASTY_PAUSE_MS = 1_000;

/** Why a request of the Bayeux session failed; handed on by cometd as the message's `failure`. */
export interface TransportFailure {
  readonly error: AppError;
  readonly isUnauthorized: boolean;
}

/** What cometd 9 hands to a transport; its typings leave it out. */
interface Envelope {
  readonly url: string;
  readonly messages: Message[];
  onSuccess(messages: readonly Message[]): void;
  onFailure(conduit: undefined, messages: Message[], failure: object): void;
}

/**
 * Long polling over the agent's HTTP session, in the shape that cometd 9 wants of a transport.
 *
 * A poll is given up a little after the server would have answered it, so that a dead connection is
 * noticed as soon as may be without asking more often. A server that does not hold its polls is not
 * asked in a hot loop.
 */
export class BayeuxTransport implements Transport {
  readonly type = 'long-polling';
  url = '';
  readonly #session: Pick<Session, 'exchange'>;
  readonly #clock: Clock;
  readonly #giveUp = new AbortController();
  /** Gives up the poll that is under way, and nothing else. */
  #givePollUp = new AbortController();
  #holdMs = DEFAULT_HOLD_MS;
  #hastyPolls = 0;
  #cancelPause: () => void = () => undefined;

  constructor(session: Pick<Session, 'exchange'>, clock: Clock) {
    this.#session = session;
    this.#clock = clock;
  }

  accept(): boolean {
    return true;
  }

  reset(): void {
    this.#holdMs = DEFAULT_HOLD_MS;
  }

  /** Gives up what is under way; from now on nothing is sent any more. */
  abort(): void {
    this.#cancelPause();
    this.#giveUp.abort();
    this.#givePollUp.abort();
  }

  /** Gives up the poll that is under way, so that cometd makes a new one. */
  renewPoll(): void {
    this.#givePollUp.abort();
  }

  send(envelope: Envelope): void {
    const { signal } = this.#giveUp;
    if (signal.aborted) {
      this.#fail(envelope, { error: toError('not-connected'), isUnauthorized: false });
      return;
    }
    if (isHeld(envelope) && this.#hastyPolls >= HASTY_POLLS) {
      this.#cancelPause = this.#clock.after(HASTY_PAUSE_MS, () => this.#exchange(envelope));
    } else this.#exchange(envelope);
  }

  #exchange(envelope: Envelope): void {
    const sentAt = this.#clock.elapsed();
    const timeoutMs = (isHeld(envelope) ? this.#holdMs : 0) + NETWORK_MARGIN_MS;
    const body = JSON.stringify(envelope.messages);
    if (isHeld(envelope)) this.#givePollUp = new AbortController();
    const { signal } = isHeld(envelope) ? this.#givePollUp : this.#giveUp;
    void this.#session.exchange(envelope.url, body, timeoutMs, signal).then((outcome) => {
      if (isHeld(envelope)) this.#hastyPolls += 1;
      if (this.#clock.elapsed() - sentAt > HASTY_MS) this.#hastyPolls = 0;
      this.#receive(envelope, outcome);
    });
  }

  #receive(envelope: Envelope, outcome: HttpOutcome): void {
    if (outcome.kind !== 'answered') {
      this.#fail(envelope, { error: outcome.error, isUnauthorized: false });
      return;
    }
    const { status, text } = outcome.answer;
    const messages = status === 200 ? readMessages(text) : undefined;
    if (messages === undefined) {
      this.#fail(envelope, explain(outcome, status, text));
      return;
    }
    if (messages.length > envelope.messages.length) this.#hastyPolls = 0;
    this.#learnHold(messages);
    // Cometd waits for ever for a reply that is not there, but what did come is worth having.
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
    for (const { advice } of messages) {
      if (typeof advice?.timeout === 'number') {
        this.#holdMs = Math.min(Math.max(0, advice.timeout), LONGEST_HOLD_MS);
      }
    }
  }

  #fail(envelope: Envelope, failure: TransportFailure): void {
    envelope.onFailure(undefined, envelope.messages, { ...failure });
  }
}

/** Only a poll that does not ask for an answer at once is held by the server. */
function isHeld({ messages }: Envelope): boolean {
  return messages.some(
    ({ channel, advice }) => channel === '/meta/connect' && advice?.timeout !== 0,
  );
}

function answers(received: Message, sent: Message): boolean {
  return received.channel === sent.channel && received.id === sent.id;
}

function explain(outcome: HttpOutcome, status: number, text: string): TransportFailure {
  const reply = readReply(outcome);
  if (reply.kind === 'ok') return { error: toStatusError(status, text), isUnauthorized: false };
  return { error: reply.error, isUnauthorized: reply.kind === 'unauthorized' };
}

/** The Bayeux messages of an answer, or undefined where it holds something else. */
function readMessages(text: string): Message[] | undefined {
  const parsed = parseJson(text);
  return Array.isArray(parsed) && parsed.every(isMessage) ? parsed : undefined;
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || !('channel' in value)) return false;
  const isAccepted = 'successful' in value && value.successful === true;
  // Cometd fails without a word over an accepted handshake that does not say these.
  if (value.channel === '/meta/handshake' && isAccepted) {
    return (
      'clientId' in value &&
      typeof value.clientId === 'string' &&
      'supportedConnectionTypes' in value &&
      Array.isArray(value.supportedConnectionTypes)
    );
  }
  return typeof value.channel === 'string';
}
