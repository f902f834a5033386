import { InputError } from '../input';
import { Timers } from '../timers';
import type { ScenarioStatus } from '../types';
import type { Action, Scenario } from './schema';

interface PlayerParts {
  perform: (action: Action) => unknown;
  /** Whether a client is already subscribed. */
  hasSubscribers: () => boolean;
  now: () => number;
}

const IDLE: ScenarioStatus = {
  name: undefined,
  state: 'finished',
  elapsedSeconds: 0,
  skipped: [],
};

/**
 * Plays the vendor steps of a scenario by the clock, but not those for the window. A step that is no longer
 * possible, for example because the user has ended the call, is skipped.
 */
export class ScenarioPlayer {
  readonly #parts: PlayerParts;
  readonly #timers = new Timers();
  #scenario: Scenario | undefined;
  #startedAt = 0;
  #status: ScenarioStatus = IDLE;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
  }

  /** Replaces the current scenario. */
  play(scenario: Scenario): void {
    this.stop();
    this.#scenario = scenario;
    this.#status = { name: scenario.name, state: 'waiting', elapsedSeconds: 0, skipped: [] };
    if (scenario.startsOn === 'immediately' || this.#parts.hasSubscribers()) {
      this.#start(scenario);
    }
  }

  /** Starts the clock of a scenario that waits for the first subscription. */
  noteSubscription(): void {
    if (this.#scenario !== undefined && this.#status.state === 'waiting') {
      this.#start(this.#scenario);
    }
  }

  stop(): void {
    this.#timers.stopAll();
    this.#scenario = undefined;
    this.#status = IDLE;
  }

  status(): ScenarioStatus {
    const isPlaying = this.#status.state === 'playing';
    return {
      ...this.#status,
      skipped: [...this.#status.skipped],
      elapsedSeconds: isPlaying
        ? (this.#parts.now() - this.#startedAt) / 1000
        : this.#status.elapsedSeconds,
    };
  }

  #start(scenario: Scenario): void {
    this.#startedAt = this.#parts.now();
    const skipped: string[] = [];
    this.#status = { name: scenario.name, state: 'playing', elapsedSeconds: 0, skipped };
    for (const step of scenario.steps) {
      if (!('action' in step)) continue;
      // The first request must already see the initial state.
      if (step.at === 0 && scenario.startsOn === 'immediately') {
        this.#perform(step.action, skipped);
      } else {
        this.#timers.after(step.at * 1000, () => this.#perform(step.action, skipped));
      }
    }
    this.#timers.after(scenario.endsAt * 1000, () => {
      if (scenario.repeat) {
        this.#start(scenario);
      } else {
        this.#status = { ...this.#status, state: 'finished', elapsedSeconds: scenario.endsAt };
      }
    });
  }

  #perform(action: Action, skipped: string[]): void {
    try {
      this.#parts.perform(action);
    } catch (failure) {
      if (!(failure instanceof InputError)) {
        throw failure;
      }
      skipped.push(`${action.do}: ${failure.message}`);
    }
  }
}
