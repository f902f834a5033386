import { CometD, type Message } from 'cometd';
import { vi } from 'vitest';
import type { Simulator } from '../../simulator/simulator';

/** An agent's HTTP client, which keeps all cookies and sends the CSRF header once it is known. */
export class SimulatedAgent {
  readonly #simulator: Simulator;
  readonly cookies = new Map<string, string>();
  csrf: Record<string, string> = {};

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  /** The first request, with Basic credentials. */
  signIn(): Promise<Response> {
    const { userName, password } = this.#simulator.profile.genesys;
    const authorization = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
    return this.get('/api/v2/me?subresources=*', { authorization });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.send(path, {
      method: 'POST',
      headers: { ...this.csrf, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(new URL(path, this.#simulator.origin), { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
    const headerName = response.headers.get('x-csrf-header');
    const token = headerName === null ? null : response.headers.get(headerName);
    if (headerName !== null && token !== null) this.csrf = { [headerName]: token };
    return response;
  }
}

/** The part of a browser's XMLHttpRequest that the stock client needs, with the agent's cookies. */
function requestClass(agent: SimulatedAgent) {
  return class {
    static readonly UNSENT = 0;
    readonly #headers: Record<string, string> = {};
    readonly #abort = new AbortController();
    #url = '';
    readyState = 0;
    status = 0;
    statusText = '';
    responseText = '';
    onload = (): void => undefined;
    onerror = (): void => undefined;

    open(_method: string, url: string): void {
      this.#url = url;
      this.readyState = 1;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value;
    }

    send(body: string): void {
      const headers = { ...agent.csrf, ...this.#headers };
      agent
        .send(this.#url, { method: 'POST', headers, body, signal: this.#abort.signal })
        .then(async (response) => {
          this.responseText = await response.text();
          this.status = response.status;
          this.statusText = response.statusText;
          this.onload();
        })
        .catch(() => this.onerror());
    }

    abort(): void {
      this.#abort.abort();
    }
  };
}

/** A stock CometD client with long polling and the agent's cookies. Not connected yet. */
export function createStockClient(agent: SimulatedAgent, origin: string): CometD {
  vi.stubGlobal('window', {
    setTimeout,
    clearTimeout,
    console: { warn: () => undefined, info: () => undefined, debug: () => undefined },
    XMLHttpRequest: requestClass(agent),
  });
  const client = new CometD();
  client.configure({ url: `${origin}/api/v2/notifications`, backoffIncrement: 20 });
  return client;
}

/** Queues messages, and delivers them in order to whoever awaits the next one. */
export class Inbox {
  readonly #messages: Message[] = [];
  readonly #waiting: ((message: Message) => void)[] = [];

  readonly take = (message: Message): void => {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#messages.push(message);
    else waiting(message);
  };

  next(): Promise<Message> {
    const message = this.#messages.shift();
    return message === undefined
      ? new Promise((resolve) => this.#waiting.push(resolve))
      : Promise.resolve(message);
  }

  get size(): number {
    return this.#messages.length;
  }
}

/** Signs in, shakes hands and subscribes. Each message on the channel goes to the inbox. */
export async function subscribe(
  simulator: Simulator,
  channel = '/v2/me/calls',
): Promise<{ agent: SimulatedAgent; client: CometD; inbox: Inbox }> {
  const agent = new SimulatedAgent(simulator);
  await (await agent.signIn()).arrayBuffer();
  const client = createStockClient(agent, simulator.origin);
  const inbox = new Inbox();
  await new Promise<void>((resolve, reject) => {
    client.handshake((reply) => {
      if (reply.successful !== true) {
        reject(new Error(`The handshake failed: ${reply.error ?? 'no reason'}`));
        return;
      }
      client.subscribe(channel, inbox.take, () => resolve());
    });
  });
  return { agent, client, inbox };
}

/** Ends the client's session and waits until it has ended. */
export function disconnect(client: CometD): Promise<void> {
  return new Promise((resolve) => client.disconnect(() => resolve()));
}
