import { Message, MessageType } from '@jellybrick/dbus-next';
import type { BusMethod, SessionBus } from '../../main/desktop/session-bus';

/** A session bus with the services of a test. */
export interface FakeSessionBus extends SessionBus {
  /** The calls of each method so far, by its name: their arguments. */
  callsOf(member: string): readonly (readonly unknown[])[];
  /** Sends a signal to everybody who listens. */
  signal(member: string, ...body: readonly unknown[]): void;
  readonly isClosed: boolean;
}

/** @param answer the answer to a call; a call of a service that is not there throws */
export function createFakeSessionBus(
  answer: (method: BusMethod) => readonly unknown[] | Promise<readonly unknown[]>,
): FakeSessionBus {
  const calls: BusMethod[] = [];
  const listeners: ((signal: Message) => void)[] = [];
  let isClosed = false;
  return {
    call: async (method) => {
      if (isClosed) throw new Error(`${method.member}: the bus is closed`);
      calls.push(method);
      return answer(method);
    },
    listen: (_rules, listener) => {
      listeners.push(listener);
      return Promise.resolve();
    },
    close: () => {
      isClosed = true;
    },
    callsOf: (wanted) =>
      calls.filter(({ member }) => member === wanted).map(({ body }) => body ?? []),
    signal: (member, ...body) => {
      const message = new Message({
        type: MessageType.SIGNAL,
        path: '/org/example',
        interface: 'org.example',
        member,
        body: [...body],
      });
      for (const listener of listeners) listener(message);
    },
    get isClosed() {
      return isClosed;
    },
  };
}
