import { createCometDServer, type ServerSession } from 'cometd-nodejs-server';
import { AcknowledgedMessagesExtension } from 'cometd-nodejs-server/ack-extension';
import { z } from 'zod';
import type { FaultBook } from '../faults/fault-book';
import type { RawExchange, Reply, VendorRequest } from '../http/exchange';
import type { GenesysOptions } from '../types';

interface NotificationsParts {
  options: GenesysOptions;
  faults: FaultBook;
  /** Called for each accepted subscription. */
  onSubscribe: () => void;
}

interface Notification {
  channel: string;
  data: unknown;
}

const messagesSchema = z
  .array(z.looseObject({ channel: z.string(), clientId: z.string().optional() }))
  .min(1);

function covers(subscription: string, channel: string): boolean {
  if (subscription.endsWith('/**')) {
    return channel.startsWith(subscription.slice(0, -2));
  }
  if (subscription.endsWith('/*')) {
    const parent = subscription.slice(0, -1);
    return channel.startsWith(parent) && !channel.slice(parent.length).includes('/');
  }
  return subscription === channel;
}

/**
 * The Bayeux side of `/api/v2/notifications`, on the CometD project's own server. It delivers the agent's
 * subscriptions, once to each of the agent's sessions.
 */
export class Notifications {
  readonly #parts: NotificationsParts;
  readonly #server;
  readonly #sessions = new Set<ServerSession>();
  /** A notification that a fault delays until after the next one. */
  #heldBack: Notification | undefined;

  constructor(parts: NotificationsParts) {
    this.#parts = parts;
    const { timeout, maxInterval, hasAcknowledgement } = parts.options;
    this.#server = createCometDServer({ timeout, maxInterval, browserCookiePath: '/' });
    if (hasAcknowledgement) {
      this.#server.addExtension(new AcknowledgedMessagesExtension());
    }
    this.#server.addListener('sessionAdded', (session: ServerSession) => {
      this.#sessions.add(session);
    });
    this.#server.addListener('sessionRemoved', (session: ServerSession) => {
      this.#sessions.delete(session);
    });
    this.#server.addListener('subscribed', () => {
      parts.onSubscribe();
    });
    // Only the service publishes on these channels; messages from clients are dropped.
    this.#server.policy = {
      canPublish: (_session, _message, _channel, callback) => callback(undefined, false),
    };
  }

  /** Whether there is any subscription. */
  get hasSubscribers(): boolean {
    return [...this.#sessions].some(({ subscriptions }) => subscriptions.length > 0);
  }

  /** The channels of the Bayeux messages in a request, as the operation's name. */
  static operationOf(request: VendorRequest): string {
    const messages = messagesSchema.safeParse(request.json);
    return messages.success
      ? messages.data.map(({ channel }) => channel).join(',')
      : 'malformed Bayeux message';
  }

  /** Passes a request from a signed-in client to the library, which answers it. */
  handle(request: VendorRequest, raw: RawExchange, cookies: string[]): Reply | undefined {
    const messages = messagesSchema.safeParse(request.json);
    if (request.method !== 'POST' || !messages.success) {
      return { status: 400 };
    }
    raw.response.cookies = cookies;
    // The body has already been read; the library takes it from here.
    this.#server.handle(Object.assign(raw.request, { body: messages.data }), raw.response);
    return undefined;
  }

  /**
   * Publishes to the agent's subscribed sessions, unless a fault loses, repeats or delays it.
   *
   * @param type what faults match as the operation
   */
  publish(channel: string, type: string, data: unknown): void {
    const notification: Notification = { channel, data };
    const late = this.#heldBack;
    this.#heldBack = undefined;
    switch (this.#parts.faults.strikeNotification(channel, type)?.kind) {
      case 'lost-notification':
        break;
      case 'duplicate-notification':
        this.#deliver(notification);
        this.#deliver(notification);
        break;
      case 'out-of-order-notification':
        this.#heldBack = notification;
        break;
      case undefined:
        this.#deliver(notification);
        break;
    }
    if (late !== undefined) {
      this.#deliver(late);
    }
  }

  /**
   * Forgets every session, like a restarted node: the held connect and every later request are answered `402`
   * with the advice to handshake, and queued messages are lost.
   */
  loseSessions(): void {
    for (const session of [...this.#sessions]) {
      session.addListener('queueDrain', (_session: ServerSession, queue: unknown[]) => {
        queue.length = 0;
      });
      session.addExtension({
        outgoing: (_sender, _session, message, callback) => {
          callback(
            undefined,
            message.channel === '/meta/connect'
              ? {
                  channel: message.channel,
                  ...(message.id === undefined ? {} : { id: message.id }),
                  successful: false,
                  error: '402::session_unknown',
                  advice: { reconnect: 'handshake', interval: 0 },
                }
              : message,
          );
        },
      });
      session.disconnect();
    }
    this.#heldBack = undefined;
  }

  /** Ends every session and stops the library's timers. */
  close(): void {
    this.loseSessions();
    this.#server.close();
  }

  #deliver({ channel, data }: Notification): void {
    for (const session of this.#sessions) {
      if (session.subscriptions.some(({ name }) => covers(name, channel))) {
        session.deliver(null, channel, data);
      }
    }
  }
}
