import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The state of the connection between the app and the vendors. */
export type WireState =
  | 'up'
  /** Connections stay open but nothing gets through, as behind a firewall that has dropped them. */
  | 'silent'
  /** Nothing listens: open connections are cut, new ones are refused. */
  | 'down';

/** A breakable network between the app and a server on this computer. */
export interface BrokenWire {
  /** `http://127.0.0.1:PORT`. Stays the same after the wire was down. */
  readonly origin: string;
  set(state: WireState): Promise<void>;
  /** Cuts all connections once. */
  cut(): void;
  /** Delivers the next few chunks of answers twice. */
  duplicate(pieces: number): void;
  /** How many connections of the app are open. */
  connections(): number;
  close(): Promise<void>;
}

/** Distinct ports for wires that exist at the same time, even while they are down. */
export interface Ports {
  take(): number;
  giveBack(port: number): void;
}

/** Below the range that systems use for outgoing connections, so that a wire can get its port back. */
const MIN_PORT = 15_000;
/** Each process has its own share, since another battery would answer at a port that is down here. */
const SHARES = 34;
const PORTS_OF_A_SHARE = 500;
/** How long to wait before a port is tried again, so that its present user can release it. */
const PORT_RETRY_MS = 1;

export function createPorts(): Ports {
  const taken = new Set<number>();
  const lowest = MIN_PORT + (process.pid % SHARES) * PORTS_OF_A_SHARE;
  function draw(): number {
    const port = randomInt(lowest, lowest + PORTS_OF_A_SHARE);
    return taken.has(port) ? draw() : port;
  }
  return {
    take() {
      const port = draw();
      taken.add(port);
      return port;
    },
    giveBack: (port) => void taken.delete(port),
  };
}

export async function createWire(targetPort: number, ports: Ports): Promise<BrokenWire> {
  let state: WireState = 'up';
  let toDuplicate = 0;
  let server: Server | undefined;
  const pairs = new Map<Socket, Socket>();

  function join(client: Socket): void {
    const target = connect(targetPort, '127.0.0.1');
    pairs.set(client, target);
    function end(): void {
      pairs.delete(client);
      client.destroy();
      target.destroy();
    }
    for (const socket of [client, target]) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    client.on('data', (piece) => target.write(piece));
    target.on('data', (piece) => {
      client.write(piece);
      if (toDuplicate > 0) {
        toDuplicate -= 1;
        client.write(piece);
      }
    });
    if (state === 'silent') pause(client, target);
  }

  function pause(...sockets: Socket[]): void {
    for (const socket of sockets) socket.pause();
  }

  function cut(): void {
    for (const client of [...pairs.keys()]) client.destroy();
  }

  async function listen(port: number): Promise<Server> {
    const listening = createServer(join);
    listening.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  }

  async function stopListening(): Promise<void> {
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    server = undefined;
    cut();
    await closed;
  }

  /** Undefined if the port is in use. */
  async function tryToListen(port: number): Promise<Server | undefined> {
    try {
      return await listen(port);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken) throw error;
      return undefined;
    }
  }

  let port = ports.take();
  for (;;) {
    server = await tryToListen(port);
    if (server !== undefined) break;
    ports.giveBack(port);
    port = ports.take();
  }

  async function change(next: WireState): Promise<void> {
    state = next;
    if (next === 'down') {
      await stopListening();
      return;
    }
    // Another process may have taken it meanwhile. The wire stays down until it is free.
    for (;;) {
      server ??= await tryToListen(port);
      if (server !== undefined) break;
      await delay(PORT_RETRY_MS);
    }
    for (const [client, target] of pairs) {
      if (next === 'silent') pause(client, target);
      else {
        client.resume();
        target.resume();
      }
    }
  }

  let lastChange = Promise.resolve();
  return {
    origin: `http://127.0.0.1:${port}`,
    set(next) {
      // One after the other, since two faults can end at the same moment.
      lastChange = lastChange.then(() => change(next));
      return lastChange;
    },
    cut,
    duplicate: (pieces) => {
      toDuplicate = pieces;
    },
    connections: () => pairs.size,
    async close() {
      await lastChange;
      await stopListening();
      ports.giveBack(port);
    },
  };
}
