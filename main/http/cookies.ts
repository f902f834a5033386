import type { HttpAnswer } from './http-client';
import { readClockSkew } from './server-clock';

/** The cookies of one client, in memory only. */
export interface Cookies {
  /** The `Cookie` header of a request; may be empty. */
  header(url: URL): string;
  /** Stores the cookies that an answer sets. */
  keep(url: URL, headers: HttpAnswer['headers']): void;
}

/** Loads tough-cookie with the first request: the first paint does not need it. */
export async function openCookies(): Promise<Cookies> {
  const { Cookie, CookieJar } = await import('tough-cookie');
  const jar = new CookieJar();
  return {
    header: (url) => jar.getCookieStringSync(url.href),
    keep(url, headers) {
      const skew = readClockSkew(headers, Date.now());
      for (const line of [headers['set-cookie'] ?? []].flat()) {
        const cookie = Cookie.parse(line);
        if (cookie === undefined) continue;
        // It expires by the server's clock. By this computer's, it could expire immediately or never.
        if (cookie.expires instanceof Date) {
          cookie.expires = new Date(cookie.expires.getTime() + skew);
        }
        jar.setCookieSync(cookie, url.href, { ignoreError: true });
      }
    },
  };
}
