import type { CommandAction } from '../../contract/snapshot';
import { createCallService } from '../../main/calls/call-service';
import type { CallService } from '../../main/calls/call-service';
import { createCommandRunner } from '../../main/calls/commands';
import { createCallStore } from '../../main/calls/store';
import type { CallStore } from '../../main/calls/store';
import { makeVendors } from '../../main/app/make-vendors';
import type { Vendors } from '../../main/app/make-vendors';
import { parseProfileText } from '../../main/settings/parse-profile';
import { startSimulator } from '../../simulator/simulator';
import type { Simulator } from '../../simulator/simulator';
import { createMemoryLogger } from '../support/memory-logger';
import { stretchWire } from './broken-wire';
import type { BrokenWire } from './broken-wire';
import { createEpisodeClock } from './fast-time';
import type { EpisodeClock, FastTime } from './fast-time';
import type { Draws } from './random';
import { createShakyHttp } from './shaky-http';
import type { ShakyHttp } from './shaky-http';

/** A command of which the store said that it was sent. */
export interface SentCommand {
  readonly action: CommandAction;
  readonly callId: string | undefined;
  readonly participantId: string | undefined;
}

/** The app without its window, the four vendors, and the breakable network between them. */
export interface World {
  readonly simulator: Simulator;
  readonly wire: BrokenWire;
  readonly http: ShakyHttp;
  readonly clock: EpisodeClock;
  readonly store: CallStore;
  readonly service: CallService;
  readonly vendors: Vendors;
  readonly sent: readonly SentCommand[];
  /** When each handshake came to the server, in ms. */
  readonly handshakes: readonly number[];
  readonly log: ReturnType<typeof createMemoryLogger>;
  /** Does something after so many ms of the app's time, unless it is cancelled before. */
  later(milliseconds: number, action: () => void): void;
  cancelAll(): void;
  /** Ends the app; answers what it left behind, in words. */
  stop(): Promise<string[]>;
}

/** The server holds a poll so long, in the computer's ms; some seconds of the app's time. */
const HOLD_MS = 200;
const MAX_INTERVAL_MS = 500;
const SOCKETS_CLOSE_MS = 2_000;

export async function createWorld(time: FastTime, draws: Draws): Promise<World> {
  const simulator = await startSimulator({
    now: () => time.now(),
    genesys: {
      timeout: HOLD_MS,
      maxInterval: MAX_INTERVAL_MS,
      effect: 'alternate',
      remoteAnswerDelay: 60,
      hasAcknowledgement: draws.chance(0.5),
    },
    telesocial: { answerDelay: 15 },
  });
  const wire = await stretchWire(Number(new URL(simulator.origin).port));
  const clock = createEpisodeClock(time);
  const log = createMemoryLogger();
  const http = createShakyHttp(clock);
  const store = createCallStore(clock);
  const text = JSON.stringify(simulator.profile).replaceAll(simulator.origin, wire.origin);
  const profile = parseProfileText(text);
  if (!profile.ok) throw new Error(`the simulator's profile: ${profile.error.detail ?? ''}`);
  const vendors = makeVendors(profile.value, {
    store,
    clock,
    logger: log,
    createHttp: (options) => http.create(options),
    random: () => draws.next(),
  });

  const sent: SentCommand[] = [];
  let commands = 0;
  const runner = createCommandRunner({
    store,
    clock,
    createId: () => `command-${(commands += 1)}`,
    onChange: ({ outcome, action, callId, participantId }) => {
      if (outcome === 'sent') sent.push({ action, callId, participantId });
    },
  });
  const service = createCallService({ store, runner, ...vendors });

  const handshakes: number[] = [];
  simulator.onRequest(({ operation }) => {
    if (operation.includes('/meta/handshake')) handshakes.push(time.elapsed());
  });

  let cancels: (() => void)[] = [];

  async function stop(): Promise<string[]> {
    await Promise.all([...vendors.all.values()].map((vendor) => vendor.stop()));
    runner.dispose();
    store.dispose();
    const left = clock.pending() === 0 ? [] : [`${clock.pending()} timers`];
    const until = performance.now() + SOCKETS_CLOSE_MS;
    while (wire.connections() > 0 && performance.now() < until) await nextTurn();
    if (wire.connections() > 0) left.push(`${wire.connections()} connections`);
    await wire.close();
    await simulator.close();
    return left;
  }

  return {
    simulator,
    wire,
    http,
    clock,
    store,
    service,
    vendors,
    sent,
    handshakes,
    log,
    later: (milliseconds, action) => void cancels.push(time.after(milliseconds, action)),
    cancelAll: () => {
      for (const cancel of cancels) cancel();
      cancels = [];
    },
    stop,
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
