import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubRequest {
  readonly method: string;
  /** The path as sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface StubAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface StubServer {
  readonly baseUrl: string;
  readonly requests: StubRequest[];
  close(): Promise<void>;
}

/** An HTTP server on loopback whose answers a test sets; undefined cuts the connection. */
export async function startStubServer(
  answer: (request: StubRequest) => StubAnswer | undefined | Promise<StubAnswer | undefined>,
): Promise<StubServer> {
  const requests: StubRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    // Tests use manual clocks, so the real time would only confuse them.
    outgoing.sendDate = false;
    let body = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => (body += chunk));
    incoming.on('end', () => {
      const [path = '', query = ''] = (incoming.url ?? '').split('?');
      const request = {
        method: incoming.method ?? '',
        path,
        query: new URLSearchParams(query),
        headers: incoming.headers,
        body,
      };
      requests.push(request);
      void Promise.resolve(answer(request)).then((reply) => {
        if (reply === undefined) incoming.socket.destroy();
        else outgoing.writeHead(reply.status ?? 200, reply.headers).end(reply.body ?? '');
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
