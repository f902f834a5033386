import { createServer, request, type ClientRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a gateway ends a request that takes too long for it. */
export type Ending = 'cut' | 502 | 504;

export interface Gateway {
  readonly baseUrl: string;
  /** The server that requests are forwarded to. */
  setTarget(origin: string): void;
  /** The number of open polls. */
  polls(): number;
  /** Ends the open polls, which the server is still holding. */
  endPolls(ending: Ending): void;
  /** Ends the next poll that the server answers, and drops the answer. */
  loseNextAnswer(ending: Ending): void;
  close(): Promise<void>;
}

/** A reverse proxy on loopback that cuts long polls short. */
export async function startGateway(): Promise<Gateway> {
  const open = new Map<ServerResponse, ClientRequest>();
  let target = '';
  let lossEnding: Ending | undefined;

  function end(response: ServerResponse, ending: Ending): void {
    open.delete(response);
    if (ending === 'cut') response.socket?.destroy();
    else response.writeHead(ending, { 'content-type': 'text/html' }).end('<h1>Time-out</h1>');
  }

  const server = createServer((incoming, response) => {
    const isPoll = incoming.url?.endsWith('/connect') === true;
    const { method = 'GET', headers } = incoming;
    const onward = request(target + (incoming.url ?? ''), { method, headers }, (answer) => {
      if (isPoll && lossEnding !== undefined) {
        end(response, lossEnding);
        lossEnding = undefined;
        answer.resume();
        return;
      }
      open.delete(response);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    if (isPoll) open.set(response, onward);
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setTarget(origin) {
      target = origin;
    },
    polls: () => open.size,
    endPolls(ending) {
      for (const [response, onward] of open) {
        onward
          .removeAllListeners('error')
          .on('error', () => undefined)
          .destroy();
        end(response, ending);
      }
    },
    loseNextAnswer(ending) {
      lossEnding = ending;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
