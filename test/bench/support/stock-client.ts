import { CometD, type Message, type Transport } from 'cometd';
import { Agent, request } from 'undici';
import type { GenesysProfile } from '../../../main/settings/sections/genesys';

/** What cometd 9 hands to a transport; its typings leave it out. */
interface Envelope {
  readonly url: string;
  readonly messages: Message[];
  readonly onSuccess: (messages: unknown) => void;
  readonly onFailure: (conduit: undefined, messages: Message[], failure: object) => void;
}

const CHANNEL = '/v2/me/calls';

/** The CometD project's client as it comes, with no more around it than it takes to sign in. */
export interface StockClient {
  close(): Promise<void>;
}

/** Signs in and subscribes to the agent's calls. @throws Error when the service does not let it */
export async function connectStockClient(
  { baseUrl, userName, password }: GenesysProfile,
  onMessage: () => void,
): Promise<StockClient> {
  const dispatcher = new Agent();
  const http = createAgentHttp(dispatcher);
  const credentials = Buffer.from(`${userName}:${password}`).toString('base64');
  await http(`${baseUrl}/api/v2/me`, { headers: { authorization: `Basic ${credentials}` } });

  // The library takes its timers from there; it finds no console to write its warnings to.
  const window = { setTimeout, clearTimeout };
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
  const client = new CometD();
  client.unregisterTransports();
  client.configure({ url: `${baseUrl}/api/v2/notifications`, logLevel: 'warn' });
  client.registerTransport('long-polling', createTransport(http));
  await new Promise<void>((resolve, reject) => {
    client.handshake(({ successful }) => {
      if (successful !== true) reject(new Error('the stock client was not let in'));
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

/** Keeps the agent's cookies and the header against forgery; gives the JSON of the answer. */
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
