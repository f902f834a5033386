import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '@jellybrick/dbus-next';

/** A method of a service. */
export interface Method {
  readonly service: string;
  readonly path: string;
  readonly interface: string;
  readonly name: string;
}

/** A connection to the desktop's message bus. Nothing in it blocks. */
export interface SessionBus {
  /**
   * Calls a method and resolves to what it returns. Rejects if the service answers with an error or the
   * connection is lost. Has no timeout.
   */
  call(method: Method, signature?: string, ...values: unknown[]): Promise<readonly unknown[]>;
  /** Calls `listener` with each signal of this service until the connection is closed. */
  follow(service: string, listener: (signal: Signal) => void): Promise<void>;
  close(): void;
}

export interface Signal {
  readonly path: string;
  readonly name: string;
  readonly values: readonly unknown[];
}

const BUS: Omit<Method, 'name'> = {
  service: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Undefined if this session has no message bus. */
export async function connectSessionBus(
  environment: NodeJS.ProcessEnv,
): Promise<SessionBus | undefined> {
  const busAddress = findAddress(environment);
  if (busAddress === undefined) return undefined;
  const dbus = await import('@jellybrick/dbus-next');
  const bus = dbus.sessionBus({ busAddress });
  const emitter: EventEmitter = bus;
  const lost = new Promise<never>((_resolve, reject) => emitter.on('error', reject));
  lost.catch(() => undefined);

  async function call(
    method: Method,
    signature = '',
    ...values: unknown[]
  ): Promise<readonly unknown[]> {
    const message = new dbus.Message({
      destination: method.service,
      path: method.path,
      interface: method.interface,
      member: method.name,
      signature,
      body: values,
    });
    const reply = await Promise.race([bus.call(message), lost]);
    return reply?.body ?? [];
  }

  return {
    call,
    follow: async (service, listener) => {
      const [owner] = await call({ ...BUS, name: 'GetNameOwner' }, 's', service);
      bus.on('message', (message: Message) => {
        if (message.type !== dbus.MessageType.SIGNAL || message.sender !== owner) return;
        listener({ path: message.path, name: message.member, values: message.body });
      });
      await call({ ...BUS, name: 'AddMatch' }, 's', `type='signal',sender='${service}'`);
    },
    close: () => {
      // The library would refuse a call that still arrives, over the connection that it has ended, and
      // throw where nothing catches it.
      bus.addMethodHandler(() => true);
      bus.disconnect();
    },
  };
}

function findAddress({ DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv) {
  if (DBUS_SESSION_BUS_ADDRESS) return DBUS_SESSION_BUS_ADDRESS;
  const socket = XDG_RUNTIME_DIR && join(XDG_RUNTIME_DIR, 'bus');
  return socket && existsSync(socket) ? `unix:path=${socket}` : undefined;
}
