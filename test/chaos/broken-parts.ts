import type { Vendor } from '../../contract/vendors';
import type { CallStore } from '../../main/calls/store';
import type { HttpOutcome } from '../../main/http/http-client';
import type { Logger } from '../../main/log/logger';
import type { Clock } from '../../main/time/clock';

/** The parts of the app that can have a bug. */
export type BrokenPart =
  /** Parsing this vendor's answers to polls, resyncs, sign-ins and commands. */
  | { readonly kind: 'mapper'; readonly vendor: Vendor }
  /** Making a request to this vendor. */
  | { readonly kind: 'request'; readonly vendor: Vendor }
  /** Processing the reports of a vendor's client: calls, or its connection. */
  | { readonly kind: 'reducer' | 'connection' }
  /** A subscriber of the store other than the window. */
  | { readonly kind: 'journal' }
  | { readonly kind: 'snapshot' }
  /** A listener of the commands. */
  | { readonly kind: 'command' }
  /** Reading the clock, or setting a timer. */
  | { readonly kind: 'clock' }
  /** Writing to the log, which every report of a bug does. */
  | { readonly kind: 'logger' };

/** Temporary bugs: a part throws the next few times that it is used. */
export interface BrokenParts {
  break(part: BrokenPart, times: number): void;
  /** Fixes all bugs. */
  mend(): void;
  /** Throws if the part is broken. */
  meet(part: BrokenPart): void;
  /** The errors that the app caught and reported. */
  readonly caught: unknown[];
}

function keyOf(part: BrokenPart): string {
  return 'vendor' in part ? `${part.kind} ${part.vendor}` : part.kind;
}

export function createBrokenParts(): BrokenParts {
  const left = new Map<string, number>();
  const caught: unknown[] = [];
  return {
    caught,
    break: (part, times) => void left.set(keyOf(part), times),
    mend: () => left.clear(),
    meet(part) {
      const key = keyOf(part);
      const times = left.get(key) ?? 0;
      if (times === 0) return;
      left.set(key, times - 1);
      throw new Error(`a bug: ${key}`);
    },
  };
}

/** An answer that throws when its text is read. */
export function breakAnswer(outcome: HttpOutcome, vendor: Vendor, parts: BrokenParts): HttpOutcome {
  if (outcome.kind !== 'done') return outcome;
  const { value } = outcome;
  return {
    kind: 'done',
    value: {
      ...value,
      get text() {
        parts.meet({ kind: 'mapper', vendor });
        return value.text;
      },
    },
  };
}

/** The clock as the runtime sees it. */
export function breakClock(clock: Clock, parts: BrokenParts): Clock {
  const meet = (): void => parts.meet({ kind: 'clock' });
  return {
    now() {
      meet();
      return clock.now();
    },
    elapsed() {
      meet();
      return clock.elapsed();
    },
    after(milliseconds, callback) {
      meet();
      return clock.after(milliseconds, callback);
    },
    watch(milliseconds, callback) {
      meet();
      return clock.watch(milliseconds, callback);
    },
  };
}

/** The log as the runtime sees it. */
export function breakLogger(logger: Logger, parts: BrokenParts): Logger {
  function broken(level: keyof Logger): Logger[keyof Logger] {
    return (message, details) => {
      parts.meet({ kind: 'logger' });
      logger[level](message, details);
    };
  }
  return { info: broken('info'), warn: broken('warn'), error: broken('error') };
}

/** The store as the runtime sees it. */
export function breakStore(store: CallStore, parts: BrokenParts): CallStore {
  return {
    ...store,
    apply(event) {
      parts.meet({ kind: 'reducer' });
      store.apply(event);
    },
    setConnection(vendor, state, reason) {
      parts.meet({ kind: 'connection' });
      store.setConnection(vendor, state, reason);
    },
  };
}
