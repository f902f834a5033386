import type { Advice, Message } from 'cometd';
import { MAX_DELAY_MS } from '../shared/backoff';
import { parseJson } from '../shared/parse-json';

/** The maximum time that a poll is left open, regardless of what the server asks for, in ms. */
export const MAX_HOLD_MS = 120_000;

const RECONNECTS: readonly unknown[] = ['retry', 'handshake', 'none'];

/**
 * The Bayeux messages of an answer, or undefined if it has none. The server's advice is limited to what
 * cometd and a timer can handle (Bayeux specification, "Advice"):
 *
 * - `interval` and `timeout` are milliseconds. Anything but a number is removed, since cometd would
 * concatenate it.
 * - A negative interval means the same as `"reconnect": "none"` in older servers.
 * - Cometd stops silently on an unknown `reconnect`.
 * - `maxInterval` would make cometd start a handshake by itself, without the supervisor's delays.
 * - `x-messages` would make it wait before a poll for messages that may never come.
 */
export function readMessages(text: string): Message[] | undefined {
  const parsed = parseJson(text);
  return Array.isArray(parsed) && parsed.every(isMessage) ? parsed.map(limit) : undefined;
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || !('channel' in value)) return false;
  const isAccepted = 'successful' in value && value.successful === true;
  // Cometd fails silently on an accepted handshake without these.
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

function limit(message: Message): Message {
  const { advice }: { readonly advice?: unknown } = message;
  if (advice === undefined && !('x-messages' in message)) return message;
  const isReadable = typeof advice === 'object' && advice !== null;
  const limited: Message & { readonly 'x-messages': number } = {
    ...message,
    advice: isReadable ? limitAdvice({ ...advice }) : {},
    'x-messages': 0,
  };
  return limited;
}

function limitAdvice(advice: Readonly<Record<string, unknown>>): Advice {
  const interval = toMs(advice.interval, MAX_DELAY_MS);
  const timeout = toMs(advice.timeout, MAX_HOLD_MS);
  const reconnect = interval !== undefined && interval < 0 ? 'none' : advice.reconnect;
  const isShared = advice['multiple-clients'];
  return {
    ...(isReconnect(reconnect) && { reconnect }),
    ...(interval !== undefined && { interval: Math.max(0, interval) }),
    ...(timeout !== undefined && { timeout: Math.max(0, timeout) }),
    ...(typeof isShared === 'boolean' && { 'multiple-clients': isShared }),
  };
}

function isReconnect(value: unknown): value is NonNullable<Advice['reconnect']> {
  return RECONNECTS.includes(value);
}

function toMs(value: unknown, longest: number): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && !Number.isNaN(number)
    ? Math.min(number, longest)
    : undefined;
}
