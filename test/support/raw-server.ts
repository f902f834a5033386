import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface RawServer {
  readonly url: URL;
  /** The number of accepted connections. */
  connections(): number;
  /** The bytes received so far on all connections, as text. */
  received(): string;
  close(): Promise<void>;
}

/** A TCP server on loopback that hands each connection to the test, so that it can misbehave precisely. */
export async function startRawServer(
  onRequest: (socket: Socket, nthRequest: number) => void,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let requests = 0;
  let received = '';
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    let pending = '';
    socket.on('data', (chunk) => {
      received += chunk.toString();
      pending += chunk.toString();
      if (!pending.includes('\r\n\r\n')) return;
      pending = '';
      requests += 1;
      onRequest(socket, requests);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/path?appkey=hush`),
    connections: () => connections,
    received: () => received,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A complete HTTP response. */
export function httpAnswer(body: string, head = '200 OK', headers = ''): string {
  return `HTTP/1.1 ${head}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
