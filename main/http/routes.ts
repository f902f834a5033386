/** How a host is reached. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: URL }
  /** There are proxies on the way, and none that Sidetone can use; `offered` is what there is. */
  | { readonly kind: 'none'; readonly offered: string };

export const DIRECT: Route = { kind: 'direct' };

/** The ways to hosts as the system has them. */
export interface Routes {
  /** How this host is reached. The system is asked once for each origin. */
  find(url: URL): Promise<Route>;
  /** What was found may be wrong by now: the system is asked again for the next request. */
  forget(): void;
}

/**
 * `resolve` is the system's answer for a URL, in the words of a PAC file: `PROXY host:port; DIRECT`.
 * Where it fails the connection is direct, as a browser does with a PAC file that it cannot run.
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

/**
 * The first entry that can be used. SOCKS is left out: of its two versions undici speaks one, and
 * calls that an experiment.
 */
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
