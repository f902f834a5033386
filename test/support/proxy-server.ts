import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ProxyServer {
  readonly url: URL;
  /** The requests to the proxy, as `METHOD TARGET`, oldest first. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** The local port that every request really goes to. Only the proxy resolves names. */
  readonly port: number;
  /** Answers every request with this status instead. */
  readonly refuseWith?: number;
}

/** An HTTP proxy on loopback, which forwards `http:` requests and opens tunnels for all others. */
export async function startProxy({ port, refuseWith }: ProxyOptions): Promise<ProxyServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  }

  function fetchIt(incoming: IncomingMessage, outgoing: ServerResponse): void {
    asked.push(`${incoming.method} ${incoming.url}`);
    const isForProxy = incoming.url?.startsWith('http://') === true;
    if (refuseWith !== undefined || !isForProxy) {
      outgoing.writeHead(refuseWith ?? 400).end();
      return;
    }
    const { pathname, search } = new URL(incoming.url ?? '');
    const onward = request(
      {
        host: '127.0.0.1',
        port,
        path: pathname + search,
        method: incoming.method ?? 'GET',
        headers: incoming.headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  const server = createServer(fetchIt);
  server.on('connection', keep);
  server.on('connect', (incoming, socket: Socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    if (refuseWith !== undefined) {
      socket.end(`HTTP/1.1 ${refuseWith} Refused\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const behind = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(behind).pipe(socket);
    });
    keep(behind);
    behind.on('close', () => socket.destroy());
    socket.on('close', () => behind.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    asked,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
