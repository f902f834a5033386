import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { basicCredentials, type VendorRequest } from '../http/exchange';

/** A signed-in HTTP session. */
export interface HttpSession {
  readonly id: string;
  /** The load balancer's cookie: without it, a request reaches a node without the session. */
  readonly balancer: string;
  readonly csrfToken: string;
  expiresAt: number;
}

interface SessionsParts {
  userName: string;
  password: string;
  sessionSeconds: number;
  now: () => number;
}

function cookiesOf(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) {
      cookies.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
    }
  }
  return cookies;
}

function isSame(first: string, second: string): boolean {
  const [one, other] = [Buffer.from(first), Buffer.from(second)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The agent's HTTP sessions: Basic credentials open one, two cookies identify it. */
export class HttpSessions {
  readonly #parts: SessionsParts;
  readonly #sessions = new Map<string, HttpSession>();

  constructor(parts: SessionsParts) {
    this.#parts = parts;
  }

  /**
   * Finds the session of a request, or opens one for valid credentials.
   *
   * @returns the session and the cookies to set, or undefined if the request is not authenticated
   */
  authenticate(request: VendorRequest): { session: HttpSession; cookies: string[] } | undefined {
    const present = this.#sessionOf(request);
    if (present !== undefined) {
      present.expiresAt = this.#expiry();
      return { session: present, cookies: [] };
    }
    const credentials = basicCredentials(request.headers.authorization);
    if (
      credentials === undefined ||
      !isSame(credentials.login, this.#parts.userName) ||
      !isSame(credentials.password, this.#parts.password)
    ) {
      return undefined;
    }
    const session: HttpSession = {
      id: `node01${randomBytes(16).toString('hex')}`,
      balancer: randomBytes(16).toString('hex').toUpperCase(),
      csrfToken: randomUUID(),
      expiresAt: this.#expiry(),
    };
    this.#sessions.set(session.id, session);
    return {
      session,
      cookies: [`JSESSIONID=${session.id}; Path=/; HttpOnly`, `AWSELB=${session.balancer}; Path=/`],
    };
  }

  end(session: HttpSession): void {
    this.#sessions.delete(session.id);
  }

  endAll(): void {
    this.#sessions.clear();
  }

  #expiry(): number {
    return this.#parts.now() + this.#parts.sessionSeconds * 1000;
  }

  #sessionOf(request: VendorRequest): HttpSession | undefined {
    const cookies = cookiesOf(request.headers.cookie);
    const session = this.#sessions.get(cookies.get('JSESSIONID') ?? '');
    if (session === undefined || cookies.get('AWSELB') !== session.balancer) {
      return undefined;
    }
    if (session.expiresAt <= this.#parts.now()) {
      this.#sessions.delete(session.id);
      return undefined;
    }
    return session;
  }
}
