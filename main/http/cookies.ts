import type { HttpAnswer } from './http-client';
import { readClockSkew } from './server-clock';

/** The cookies of one client, in memory alone. */
export interface Cookies {
  /** What a request carries, or the empty string. */
  header(url: URL): string;
  /** Keeps what an answer sets. */
  keep(url: URL, headers: HttpAnswer['headers']): void;
}

/** Loads the library with the first request, as all that the first paint does not need. */
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
        // It expires by the server's clock: with another one here it would be gone at once, or stay.
        if (cookie.expires instanceof Date) {
          cookie.expires = new Date(cookie.expires.getTime() + skew);
        }
        jar.setCookieSync(cookie, url.href, { ignoreError: true });
      }
    },
  };
}
