import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { RESUMED } from './resumed';

/** Whole seconds between two moments in ms since the epoch; never negative, as clocks may differ. */
export function elapsedSeconds(startedAt: number, now: number): number {
  return Math.max(0, Math.floor((now - startedAt) / 1000));
}

/** `03:07`, `1:03:07` from an hour on, or `2 d 01:03:07` from a day on. */
export function formatElapsed(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = [minutes, seconds % 60].map(twoDigits).join(':');
  if (days > 0) {
    return format(en.window.daysAndTime, { days, time: `${twoDigits(hours)}:${rest}` });
  }
  return hours === 0 ? rest : `${String(hours)}:${rest}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

/** The agent's local time of day, `HH:MM:SS`, of a moment in ms since the epoch. */
export function formatTimeOfDay(moment: number): string {
  return new Date(moment).toTimeString().slice(0, 8);
}

/** The agent's local time of day, `HH:MM`, of a moment in ms since the epoch. */
export function formatMinuteOfDay(moment: number): string {
  return formatTimeOfDay(moment).slice(0, 5);
}

/** The time until a counter at this many ms reaches its next full second, in ms; 1 to 1000. */
export function untilNextSecond(elapsed: number): number {
  return Math.ceil(1000 - (((elapsed % 1000) + 1000) % 1000));
}

interface Ticker {
  readonly add: (elapsed: () => number, onTick: () => void) => () => void;
}

const tickers = new WeakMap<Document, Ticker>();

/**
 * Calls back once a second while the page is visible, and at once when it becomes visible again. All
 * callers in a page share one timer, which follows the counter that has been running longest, so that the
 * page wakes up and paints once a second however many there are.
 *
 * @param elapsed how long the counter has been running, in ms
 * @returns a function that ends it.
 */
export function tickEachSecond(elapsed: () => number, onTick: () => void): () => void {
  let ticker = tickers.get(document);
  if (ticker === undefined) {
    ticker = createTicker(document);
    tickers.set(document, ticker);
  }
  return ticker.add(elapsed, onTick);
}

function createTicker(page: Document): Ticker {
  const counters = new Set<{ readonly elapsed: () => number; readonly onTick: () => void }>();
  let timeout: ReturnType<typeof setTimeout> | undefined;

  function schedule(): void {
    clearTimeout(timeout);
    const [first] = counters;
    if (first !== undefined && page.visibilityState === 'visible') {
      timeout = setTimeout(tick, untilNextSecond(first.elapsed()));
    }
  }

  function tick(): void {
    for (const { onTick } of counters) onTick();
    schedule();
  }

  return {
    add: (elapsed, onTick) => {
      const counter = { elapsed, onTick };
      if (counters.size === 0) page.addEventListener('visibilitychange', tick);
      counters.add(counter);
      schedule();
      return () => {
        counters.delete(counter);
        if (counters.size === 0) page.removeEventListener('visibilitychange', tick);
        schedule();
      };
    },
  };
}

/** The elapsed full seconds, with a subscription to their changes. */
export interface Counter {
  readonly read: () => number;
  readonly subscribe: (onTick: () => void) => () => void;
}

/**
 * Counts up from the reported time, unaffected by changes of the computer's clock. On Linux and macOS,
 * `performance.now()` stands still while the computer sleeps, so it starts again afterwards.
 *
 * @param from When it began, in ms since the epoch.
 * @param to When it ended; it runs while that is undefined.
 */
export function countFrom(from: number, to: number | undefined): Counter {
  let start = readStart();

  function readStart(): { readonly age: number; readonly at: number } {
    return { age: Math.max(0, (to ?? Date.now()) - from), at: performance.now() };
  }

  function elapsed(): number {
    return to === undefined ? start.age + performance.now() - start.at : start.age;
  }

  return {
    read: () => Math.floor(elapsed() / 1_000),
    subscribe: (onTick: () => void) => {
      if (to !== undefined) return () => undefined;
      const resume = (): void => {
        start = readStart();
        onTick();
      };
      document.addEventListener(RESUMED, resume);
      const stop = tickEachSecond(elapsed, onTick);
      return () => {
        document.removeEventListener(RESUMED, resume);
        stop();
      };
    },
  };
}
