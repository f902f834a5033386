import type { Authorities } from './authorities';
import { CONNECT_TIMEOUT_MS, createConnectOptions } from './connect-options';
import { GivenUpError } from './network-errors';
import { DIRECT, type Routes } from './routes';
import type { Dispatcher } from './undici-runtime';

/** The maximum length of a proxy script's answer in reports, in characters. */
const LONGEST_OFFER = 200;

/** What this computer says of the network; the clients of all vendors share it. */
export interface Network {
  /** How hosts are reached; without a proxy when absent. */
  readonly routes?: Routes;
  /** Whose certificates are accepted; those that the runtime brings when absent. */
  readonly authorities?: Authorities;
}

export interface WaysOptions extends Network {
  /** How many connections to a host at most; as many as are needed when absent. */
  readonly connections?: number;
}

/** Where one request is put, and how its target is named there. */
export interface Way {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hasProxy: boolean;
}

/** The connections of one client, by the way that they take. */
export interface Ways {
  /** Rejects with `GivenUpError` where there is no way, or no longer one. */
  find(url: URL): Promise<Way>;
  /** Ends all connections. */
  destroy(): Promise<void>;
}

export function createWays({ connections, routes, authorities }: WaysOptions): Ways {
  const opened = new Map<string, Promise<Dispatcher>>();
  let isDestroyed = false;

  /** Loads the library with the first request: it is large, and the window is painted without it. */
  async function open(proxy: URL | undefined, isSecure: boolean): Promise<Dispatcher> {
    const { Agent, Pool, ProxyAgent } = await import('./undici-runtime');
    const connect = createConnectOptions(isSecure ? await authorities?.load() : undefined);
    const limits = connections === undefined ? {} : { connections };
    if (proxy === undefined) return new Agent({ ...limits, connect });
    return new ProxyAgent({
      ...limits,
      uri: proxy.href,
      requestTls: connect,
      proxyTls: connect,
      clientFactory: (origin, settings) =>
        new Pool(origin, { ...settings, headersTimeout: CONNECT_TIMEOUT_MS }),
    });
  }

  function dispatcherFor(proxy: URL | undefined, isSecure: boolean): Promise<Dispatcher> {
    const key = `${proxy?.href ?? ''} ${isSecure}`;
    const dispatcher = opened.get(key) ?? open(proxy, isSecure);
    opened.set(key, dispatcher);
    return dispatcher;
  }

  async function find(url: URL): Promise<Way> {
    const route = (await routes?.find(url)) ?? DIRECT;
    if (isDestroyed) throw new GivenUpError('aborted');
    if (route.kind === 'none')
      throw new GivenUpError('no-way', `only ${route.offered.slice(0, LONGEST_OFFER)}`);
    const proxy = route.kind === 'proxy' ? route.proxy : undefined;
    const path = url.pathname + url.search;
    if (proxy?.protocol === 'http:' && url.protocol === 'http:') {
      // A proxy fetches plain HTTP by itself; many open tunnels to the port of HTTPS alone.
      return {
        dispatcher: await dispatcherFor(undefined, false),
        origin: proxy.origin,
        path: url.origin + path,
        headers: { host: url.host },
        hasProxy: true,
      };
    }
    const isSecure = url.protocol === 'https:' || proxy?.protocol === 'https:';
    return {
      dispatcher: await dispatcherFor(proxy, isSecure),
      origin: url.origin,
      path,
      headers: {},
      hasProxy: proxy !== undefined,
    };
  }

  return {
    find,
    async destroy() {
      isDestroyed = true;
      await Promise.all([...opened.values()].map(async (one) => (await one).destroy()));
    },
  };
}
