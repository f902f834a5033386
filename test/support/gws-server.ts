import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const COOKIE = 'JSESSIONID=one-of-the-tests';

export interface GwsServer {
  readonly baseUrl: string;
  /** The answer to `GET /api/v2/me/calls`. */
  calls: unknown[];
  /** Method and path of each REST request, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/**
 * The minimum of Genesys Web Services needed to sign in and fetch calls, around a third-party Bayeux server.
 * A client without a session cookie is unknown, as in the vendor's traces.
 */
export async function startGwsServer(
  handleBayeux: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<GwsServer> {
  const requests: string[] = [];
  const state = { calls: [] as unknown[] };

  function answer(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/api/v2/me' && request.headers.authorization !== undefined) {
      response.setHeader('set-cookie', `${COOKIE}; Path=/; HttpOnly`);
    } else if (!(request.headers.cookie ?? '').includes(COOKIE)) {
      answer(response, 403, { statusCode: 20, statusMessage: 'Access denied' });
      return;
    }
    if (path.startsWith('/api/v2/notifications')) {
      handleBayeux(request, response);
      return;
    }
    requests.push(`${request.method ?? ''} ${path}`);
    answer(response, 200, { statusCode: 0, calls: state.calls });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    get calls() {
      return state.calls;
    },
    set calls(calls) {
      state.calls = calls;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
