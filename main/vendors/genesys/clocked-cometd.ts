import { CometD } from 'cometd';
import type { Clock } from '../../time/clock';
import { MAX_DELAY_MS } from '../shared/backoff';

/**
 * The CometD project's client, outside a browser. Its timers use the given clock, and it has no transport
 * until one is registered.
 *
 * The library expects a global `window` with a browser's properties. An empty one is enough, and hides
 * WebSocket and console from it.
 */
class ClockedCometD extends CometD {
  readonly #clock: Clock;
  readonly #onBug: (error: unknown) => void;

  constructor(clock: Clock, onBug: (error: unknown) => void) {
    super();
    this.#clock = clock;
    this.#onBug = onBug;
    this.unregisterTransports();
  }

  override setTimeout(callback: () => void, delay: number): () => void {
    // The server's advice and cometd's backoff can add up to more.
    return this.#clock.after(Math.min(delay, MAX_DELAY_MS), () => {
      try {
        callback();
      } catch (error) {
        this.#onBug(error);
      }
    });
  }

  override clearTimeout(cancel: () => void): void {
    cancel();
  }
}

export function createCometD(clock: Clock, onBug: (error: unknown) => void): CometD {
  if (!('window' in globalThis)) {
    Object.defineProperty(globalThis, 'window', { value: {}, configurable: true, writable: true });
  }
  return new ClockedCometD(clock, onBug);
}
