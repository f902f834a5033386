import { CometD, type Message, type Transport } from 'cometd';
import { Agent, request } from 'undici';
import type { GenesysProfile } from '../../../main/settings/sections/genesys';

/** The argument that cometd 9 passes to a transport, which its typings omit. */
interface Envelope {
  readonly url: string;
  readonly messages: Message[];
  readonly onSuccess: (messages: unknown) => void;
  readonly onFailure: (conduit: undefined, messages: Message[], failure: object) => void;
}

const CHANNEL = '/v2/me/calls';

/** The CometD project's client with default settings and only the code needed to sign in. */
export interface StockClient {
  close(): Promise<void>;
}

/** Signs in and subscribes to the agent's calls. @throws Error if the service refuses */
export async function connectStockClient(
  { baseUrl, userName, password }: GenesysProfile,
  onMessage: () => void,
): Promise<StockClient> {
  const dispatcher = new Agent();
  const http = createAgentHttp(dispatcher);
  const credentials = Buffer.from(`${userName}:${password}`).toString('base64');
  await http(`${baseUrl}/api/v2/me`, { headers: { authorization: `Basic ${credentials}` } });

  // The library takes its timers from `window`, and finds no console for its warnings there.
  const window = { setTimeout, clearTimeout };
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
  const client = new CometD();
  client.unregisterTransports();
  client.configure({ url: `${baseUrl}/api/v2/notifications`, logLevel: 'warn' });
  client.registerTransport('long-polling', createTransport(http));
  await new Promise<void>((resolve, reject) => {
    client.handshake(({ successful }) => {
      if (successful !== true) reject(new Error('the handshake of the stock client failed'));
      else client.subscribe(CHANNEL, onMessage, () => resolve());
    });
  });
  return {
    close: async () => {
      await new Promise<void>((resolve) => client.disconnect(() => resolve()));
      await dispatcher.destroy();
    },
  };
}

type AgentHttp = (
  url: string,
  options: { readonly headers?: Record<string, string>; readonly body?: string },
) => Promise<unknown>;

/** Sends a request with the agent's cookies and CSRF header. Returns the JSON of the answer. */
function createAgentHttp(dispatcher: Agent): AgentHttp {
  const cookies = new Map<string, string>();
  const csrf: Record<string, string> = {};
  return async (url, { headers, body }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(url, {
      dispatcher,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...csrf, cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    const csrfHeader = answer.headers['x-csrf-header'];
    const token = typeof csrfHeader === 'string' && answer.headers[csrfHeader.toLowerCase()];
    if (typeof csrfHeader === 'string' && typeof token === 'string') csrf[csrfHeader] = token;
    return answer.body.json();
  };
}

function createTransport(
  http: AgentHttp,
): Transport & { reset(): void; send(envelope: Envelope): void } {
  return {
    type: 'long-polling',
    url: '',
    accept: () => true,
    abort: () => undefined,
    reset: () => undefined,
    send: ({ url, messages, onSuccess, onFailure }) => {
      http(url, { body: JSON.stringify(messages) }).then(onSuccess, () =>
        onFailure(undefined, messages, {}),
      );
    },
  };
}
