import { CometD, type Message, type Transport } from 'cometd';
import { Agent, request } from 'undici';
import type { GenesysProfile } from '../../../main/settings/profile';

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
  const credentials = Buffer.from(`${userName}:${password}`).toString('base64');
  const signedIn = await request(`${baseUrl}/api/v2/me`, {
    dispatcher,
    headers: { authorization: `Basic ${credentials}` },
  });
  await signedIn.body.dump();
  const headers = readSession(signedIn.headers);

  // The library takes its timers from there.
  Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
  const client = new CometD();
  client.unregisterTransports();
  client.configure({ url: `${baseUrl}/api/v2/notifications`, logLevel: 'warn' });
  client.registerTransport('long-polling', createTransport(dispatcher, headers));
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

function readSession(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const cookies = [headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]);
  const csrfHeader = String(headers['x-csrf-header'] ?? 'x-csrf-token').toLowerCase();
  return {
    'content-type': 'application/json',
    cookie: cookies.join('; '),
    [csrfHeader]: String(headers[csrfHeader] ?? ''),
  };
}

function createTransport(
  dispatcher: Agent,
  headers: Record<string, string>,
): Transport & { reset(): void; send(envelope: Envelope): void } {
  return {
    type: 'long-polling',
    url: '',
    accept: () => true,
    abort: () => undefined,
    reset: () => undefined,
    send: ({ url, messages, onSuccess, onFailure }) => {
      const body = JSON.stringify(messages);
      request(url, { dispatcher, method: 'POST', headers, body })
        .then((answer) => answer.body.json())
        .then(onSuccess, () => onFailure(undefined, messages, {}));
    },
  };
}
