import type { CaCertificates } from './ca-certificates';
import { CONNECT_TIMEOUT_MS, createConnectOptions } from './connect-options';
import { AbandonedRequestError } from './network-errors';
import { DIRECT, type Routes } from './routes';
import type { Dispatcher } from './undici-runtime';

/** The maximum length of a proxy script's answer quoted in an error, in characters. */
const MAX_OFFER_LENGTH = 200;

/** The computer's network settings, shared by the clients of all vendors. */
export interface Network {
  /** The routes to hosts; by default without a proxy. */
  readonly routes?: Routes;
  /** By default the runtime's certificates. */
  readonly caCertificates?: CaCertificates;
}

export interface ConnectionPoolOptions extends Network {
  /** The maximum number of connections to one host; no limit by default. */
  readonly connections?: number;
}

/** The dispatcher for a request, and the origin and path to use with it. */
export interface Target {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hasProxy: boolean;
}

/** The connections of one client: direct ones, and through each proxy. */
export interface ConnectionPool {
  /** Rejects with `AbandonedRequestError` if no offered proxy can be used, or the pool is destroyed. */
  find(url: URL): Promise<Target>;
  /** Closes all connections. */
  destroy(): Promise<void>;
}

export function createConnectionPool({
  connections,
  routes,
  caCertificates,
}: ConnectionPoolOptions): ConnectionPool {
  const opened = new Map<string, Promise<Dispatcher>>();
  let isDestroyed = false;

  /** Loads undici with the first request: it is large, and the first paint does not need it. */
  async function open(proxy: URL | undefined, isSecure: boolean): Promise<Dispatcher> {
    const { Agent, Pool, ProxyAgent } = await import('./undici-runtime');
    const connect = createConnectOptions(isSecure ? await caCertificates?.load() : undefined);
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

  async function find(url: URL): Promise<Target> {
    const route = (await routes?.find(url)) ?? DIRECT;
    if (isDestroyed) throw new AbandonedRequestError('aborted');
    if (route.kind === 'none')
      throw new AbandonedRequestError(
        'no-usable-proxy',
        `only ${route.offered.slice(0, MAX_OFFER_LENGTH)}`,
      );
    const proxy = route.kind === 'proxy' ? route.proxy : undefined;
    const path = url.pathname + url.search;
    if (proxy?.protocol === 'http:' && url.protocol === 'http:') {
      // A proxy fetches plain HTTP itself; many of them only open tunnels to the HTTPS port.
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
