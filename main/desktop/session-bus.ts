import type { EventEmitter } from 'node:events';
import { Message, MessageType, sessionBus, type MessageBus } from '@jellybrick/dbus-next';

/** A method of an object on the session bus. */
export interface BusMethod {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: unknown[];
}

/** The desktop's session bus (D-Bus), limited to what Sidetone needs. */
export interface SessionBus {
  /** Rejects if the bus or the called service does not answer in time. */
  call(method: BusMethod): Promise<readonly unknown[]>;
  /** `listener` is called once for each signal that matches any of the rules. */
  listen(rules: readonly string[], listener: (signal: Message) => void): Promise<void>;
  close(): void;
}

const ANSWER_TIMEOUT_MS = 5_000;

const DAEMON = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Connects to the bus. If there is none, every call rejects. */
export function openSessionBus(): SessionBus {
  const bus: MessageBus = sessionBus();
  const listeners: ((signal: Message) => void)[] = [];
  // The library emits every failure as an event, which would be thrown without a listener.
  const failed = new Promise<never>((_resolve, reject) => {
    (bus as EventEmitter).on('error', (error) => reject(error as Error));
  });
  failed.catch(() => undefined);
  bus.on('message', (message) => {
    if (message.type !== MessageType.SIGNAL) return;
    for (const listener of listeners) listener(message);
  });

  async function call(method: BusMethod): Promise<readonly unknown[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${method.member}: no answer`)), ANSWER_TIMEOUT_MS);
    });
    try {
      const reply = await Promise.race([bus.call(new Message(method)), failed, late]);
      return reply?.body ?? [];
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    call,
    listen: async (rules, listener) => {
      listeners.push(listener);
      for (const rule of rules) {
        await call({ ...DAEMON, member: 'AddMatch', signature: 's', body: [rule] });
      }
    },
    close: () => bus.disconnect(),
  };
}
