import { randomUUID } from 'node:crypto';

/** The issued tokens; each is valid for a fixed time. */
export class Tokens {
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #expiries = new Map<string, number>();

  /** @param lifetimeSeconds how long a token is valid; the vendor's hour is 3600 */
  constructor(lifetimeSeconds: number, now: () => number) {
    this.#lifetime = lifetimeSeconds * 1000;
    this.#now = now;
  }

  issue(): string {
    const token = randomUUID();
    this.#expiries.set(token, this.#now() + this.#lifetime);
    return token;
  }

  isGood(token: string): boolean {
    return (this.#expiries.get(token) ?? 0) > this.#now();
  }

  expireAll(): void {
    this.#expiries.clear();
  }
}
