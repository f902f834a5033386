import type { Message, Transport } from 'cometd';
import type { AppError } from '../../../contract/errors';
import type { HttpOutcome } from '../../http/http-client';
import { parseJson, readReply, toError, toStatusError } from './reply';
import type { Session } from './session';

/** How much longer than the server holds a poll, or than nothing, an answer may take. */
const NETWORK_MARGIN_MS = 5_000;
/** How long a server holds a poll that has not said so: the default of CometD 3.1. */
const DEFAULT_HOLD_MS = 30_000;

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
 * noticed as soon as may be without asking more often.
 */
export class BayeuxTransport implements Transport {
  readonly type = 'long-polling';
  url = '';
  #holdMs = DEFAULT_HOLD_MS;
  readonly #session: Pick<Session, 'exchange'>;
  readonly #giveUp = new AbortController();

  constructor(session: Pick<Session, 'exchange'>) {
    this.#session = session;
  }

  accept(): boolean {
    return true;
  }

  reset(): void {
    this.#holdMs = DEFAULT_HOLD_MS;
  }

  /** Gives up what is under way; from now on nothing is sent any more. */
  abort(): void {
    this.#giveUp.abort();
  }

  send(envelope: Envelope): void {
    const { signal } = this.#giveUp;
    if (signal.aborted) {
      this.#fail(envelope, { error: toError('not-connected'), isUnauthorized: false });
      return;
    }
    const body = JSON.stringify(envelope.messages);
    void this.#session
      .exchange(envelope.url, body, this.#timeoutOf(envelope.messages), signal)
      .then((outcome) => this.#receive(envelope, outcome));
  }

  /** Only a poll that does not ask for an answer at once is held by the server. */
  #timeoutOf(messages: readonly Message[]): number {
    const isHeld = messages.some(
      ({ channel, advice }) => channel === '/meta/connect' && advice?.timeout !== 0,
    );
    return (isHeld ? this.#holdMs : 0) + NETWORK_MARGIN_MS;
  }

  #receive(envelope: Envelope, outcome: HttpOutcome): void {
    if (outcome.kind !== 'answered') {
      this.#fail(envelope, { error: outcome.error, isUnauthorized: false });
      return;
    }
    const { status, text } = outcome.answer;
    const messages = status === 200 ? readMessages(text) : undefined;
    if (messages === undefined) {
      this.#fail(envelope, explain(outcome, status));
      return;
    }
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
      if (typeof advice?.timeout === 'number') this.#holdMs = advice.timeout;
    }
  }

  #fail(envelope: Envelope, failure: TransportFailure): void {
    envelope.onFailure(undefined, envelope.messages, { ...failure });
  }
}

function answers(received: Message, sent: Message): boolean {
  return received.channel === sent.channel && received.id === sent.id;
}

function explain(outcome: HttpOutcome, status: number): TransportFailure {
  const reply = readReply(outcome);
  if (reply.kind === 'ok') return { error: toStatusError(status), isUnauthorized: false };
  return { error: reply.error, isUnauthorized: reply.kind === 'unauthorized' };
}

/** The Bayeux messages of an answer, or undefined where it holds something else. */
function readMessages(text: string): Message[] | undefined {
  const parsed = parseJson(text);
  return Array.isArray(parsed) && parsed.every(isMessage) ? parsed : undefined;
}

function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' &&
    value !== null &&
    'channel' in value &&
    typeof value.channel === 'string'
  );
}
