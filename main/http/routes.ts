/** How a host is reached. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: URL }
  /** Only proxies that Sidetone cannot use, listed in `offered`. */
  | { readonly kind: 'none'; readonly offered: string };

export const DIRECT: Route = { kind: 'direct' };

/** The system's routes to hosts. */
export interface Routes {
  /** The route to a host. The system is asked once per origin. */
  find(url: URL): Promise<Route>;
  /** Clears all routes, so that the system is asked again. */
  forget(): void;
}

/**
 * @param resolve the system's answer for a URL, in the format of a PAC file: `PROXY host:port; DIRECT`.
 *   If it fails the connection is direct, as in a browser with a PAC file that it cannot run.
 */
export function createRoutes(resolve: (url: URL) => Promise<string>): Routes {
  const known = new Map<string, Promise<Route>>();
  return {
    find(url) {
      const route = known.get(url.origin) ?? resolve(url).then(readRoute, () => DIRECT);
      known.set(url.origin, route);
      return route;
    },
    forget: () => known.clear(),
  };
}

const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http:'],
  ['HTTP', 'http:'],
  ['HTTPS', 'https:'],
]);

/** The first usable entry. SOCKS is not: undici supports only version 5, as an experiment. */
export function readRoute(answer: string): Route {
  const entries = answer.split(';').filter((entry) => entry.trim() !== '');
  for (const entry of entries) {
    const [kind = '', address = ''] = entry.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return DIRECT;
    const scheme = SCHEMES.get(kind.toUpperCase());
    const proxy = scheme === undefined ? undefined : parseUrl(`${scheme}//${address}`);
    if (proxy !== undefined) return { kind: 'proxy', proxy };
  }
  return entries.length === 0 ? DIRECT : { kind: 'none', offered: answer };
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
