import type { JournalEntry } from '../types';
import type { Fault, FaultEffect } from './schema';

type NotificationEffect = Extract<FaultEffect, { kind: `${string}-notification` }>;
type RequestEffect = Exclude<FaultEffect, NotificationEffect>;

/** A request, or a notification (path: its channel, operation: its type), that faults can match. */
type Subject = Pick<JournalEntry, 'vendor' | 'method' | 'path' | 'operation'>;

interface ActiveFault {
  fault: Fault;
  strikesLeft: number;
}

function matchesPath(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) {
    return path.startsWith(pattern);
  }
  const expression = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`).test(path);
}

function matches({ match }: Fault, subject: Subject): boolean {
  return (
    (match.vendor === undefined || match.vendor === subject.vendor) &&
    (match.method === undefined || match.method.toUpperCase() === subject.method) &&
    (match.path === undefined || matchesPath(match.path, subject.path)) &&
    (match.operation === undefined || match.operation === subject.operation)
  );
}

function isForNotification(effect: FaultEffect): effect is NotificationEffect {
  return effect.kind.endsWith('-notification');
}

/** The current faults, and how many more times each applies. */
export class FaultBook {
  #active: ActiveFault[] = [];

  set(faults: Fault[]): void {
    this.#active = faults.map((fault) => ({ fault, strikesLeft: fault.times ?? Infinity }));
  }

  /** The faults that still apply. */
  list(): Fault[] {
    return this.#active.map(({ fault, strikesLeft }) =>
      fault.times === undefined ? fault : { ...fault, times: strikesLeft },
    );
  }

  /** The effects on a request, in list order: any delays, then at most one other. */
  strikeRequest(subject: Subject): RequestEffect[] {
    const effects: RequestEffect[] = [];
    for (const active of this.#active) {
      const { effect } = active.fault;
      if (isForNotification(effect) || !matches(active.fault, subject)) {
        continue;
      }
      this.#use(active);
      effects.push(effect);
      if (effect.kind !== 'delay') {
        break;
      }
    }
    return effects;
  }

  /** The effect on a notification about to be sent, if any. */
  strikeNotification(channel: string, type: string): NotificationEffect | undefined {
    const subject: Subject = { vendor: 'genesys', method: 'POST', path: channel, operation: type };
    for (const active of this.#active) {
      const { effect } = active.fault;
      if (isForNotification(effect) && matches(active.fault, subject)) {
        this.#use(active);
        return effect;
      }
    }
    return undefined;
  }

  #use(active: ActiveFault): void {
    active.strikesLeft -= 1;
    if (active.strikesLeft <= 0) {
      this.#active = this.#active.filter((other) => other !== active);
    }
  }
}
