import type { Command } from '../../contract/commands';
import { succeed } from '../../contract/result';
import type { Snapshot } from '../../contract/snapshot';
import { createHandlers } from '../../main/app/handlers';
import { summarizeProfile } from '../../main/app/profile-summary';
import { createCallStore } from '../../main/calls/store';
import { createBroadcaster } from '../../main/ipc/broadcaster';
import { createWrapUps } from '../../main/journal/wrap-ups';
import { createRuntime } from '../../main/runtime/runtime';
import type { Runtime } from '../../main/runtime/runtime';
import { checkProfile } from '../../main/settings/parse-profile';
import { startSimulator } from '../../simulator/simulator';
import type { Simulator } from '../../simulator/simulator';
import { createMemoryLogger } from '../support/memory-logger';
import { createAgentWindow } from './agent-window';
import type { AgentWindow } from './agent-window';
import { breakClock, breakLogger, breakStore, createBrokenParts } from './broken-parts';
import type { BrokenParts } from './broken-parts';
import { createWire } from './broken-wire';
import type { BrokenWire, Ports } from './broken-wire';
import { createEpisodeClock } from './fast-time';
import type { EpisodeClock, FastTime } from './fast-time';
import { watchIdleLines } from './idle-lines';
import type { IdleLines } from './idle-lines';
import type { Random } from './random';
import { AUDIO, ROOM, TWILIO_NUMBERS } from './scripted-events';
import { createUnreliableHttp } from './unreliable-http';
import type { UnreliableHttp } from './unreliable-http';

/** The app without Electron, the vendors, and the breakable network between them. */
export interface World {
  readonly simulator: Simulator;
  readonly wire: BrokenWire;
  readonly http: UnreliableHttp;
  readonly parts: BrokenParts;
  readonly idleLines: IdleLines;
  readonly clock: EpisodeClock;
  readonly window: AgentWindow;
  readonly runtime: Runtime;
  /** All command updates, in order. */
  readonly commands: readonly Command[];
  /** When each handshake reached the server, in ms. */
  readonly handshakes: readonly number[];
  readonly log: ReturnType<typeof createMemoryLogger>;
  /** Runs a function after a delay, in ms of the app's time, unless `cancelAll` is called before. */
  later(milliseconds: number, action: () => void): void;
  cancelAll(): void;
  /** Stops the app. Resolves with descriptions of what is still running. */
  stop(): Promise<string[]>;
}

/** How long the server holds a poll, in ms of real time; some seconds of the app's time. */
const HOLD_MS = 200;
/**
 * The server drops a session only when an episode does so. Its own timeout would be in real time, in which
 * the app is slow on a busy computer.
 */
const NEVER_MS = 3_600_000;
/** How many turns of the event loop the sockets may take to close. */
const MAX_CLOSING_TURNS = 2_000;

export async function createWorld(time: FastTime, random: Random, ports: Ports): Promise<World> {
  const simulator = await startSimulator({
    now: () => time.now(),
    genesys: {
      timeout: HOLD_MS,
      maxInterval: NEVER_MS,
      effect: 'alternate',
      remoteAnswerDelay: 60,
      hasAcknowledgement: random.chance(0.5),
    },
    telesocial: { answerDelay: 15 },
    bandwidth: { callAnswerDelay: 15 },
    twilio: { answerDelay: 8, recordingDelay: 15 },
  });
  if (random.chance(0.6)) {
    const { agentNumber } = simulator.twilioProfile;
    for (const number of [agentNumber, ...TWILIO_NUMBERS.slice(1)]) {
      simulator.twilio.join({ number, conference: ROOM });
    }
  }
  const wire = await createWire(Number(new URL(simulator.origin).port), ports);
  const clock = createEpisodeClock(time);
  const log = createMemoryLogger();
  const parts = createBrokenParts();
  const onError = (error: unknown): void => void parts.caught.push(error);
  const brokenClock = breakClock(clock, parts);
  const store = createCallStore(brokenClock, onError);
  const idleLines = watchIdleLines(store, time);
  const http = createUnreliableHttp(clock, parts, (vendor) => idleLines.noteRefresh(vendor));
  const given = {
    ...simulator.profile,
    twilio: {
      ...simulator.twilioProfile,
      record: true,
      audio: [AUDIO],
      // Otherwise it looks for the conference that the agent is in.
      ...(random.chance(0.5) && { conference: ROOM }),
    },
  };
  const text = JSON.stringify(given).replaceAll(simulator.origin, wire.origin);
  const profile = checkProfile(JSON.parse(text));
  if (!profile.ok) throw new Error(`the simulator's profile: ${profile.mistakes.join('; ')}`);
  const commands: Command[] = [];
  let commandCount = 0;
  const runtime = await createRuntime(profile.value, {
    store: breakStore(store, parts),
    clock: brokenClock,
    logger: breakLogger(log, parts),
    createHttp: (options) => http.create(options),
    random: () => random.next(),
    createId: () => `command-${(commandCount += 1)}`,
    onCommand: (command) => {
      commands.push(command);
      parts.meet({ kind: 'command' });
    },
    onError,
  });
  const summary = summarizeProfile({
    kind: 'ready',
    profile: profile.value,
    withheld: [],
    isDemo: true,
    stop: () => undefined,
  });
  const takeSnapshot = (): Snapshot => {
    parts.meet({ kind: 'snapshot' });
    return runtime.takeSnapshot(summary);
  };
  const broadcaster = createBroadcaster(takeSnapshot, onError, (milliseconds, retry) =>
    clock.after(milliseconds, retry),
  );
  store.subscribe(() => parts.meet({ kind: 'journal' }));
  store.subscribe(() => broadcaster.publish());
  const wrapUps = createWrapUps({
    store,
    clock,
    journal: { wrapUp: () => undefined },
    earlier: new Map(),
  });
  const window = createAgentWindow(
    createHandlers({
      store,
      profile: {
        session: { ...runtime, wrapUps, contacts: undefined, history: undefined },
        reload: () => Promise.resolve(succeed({ isReplaced: false })),
        problemOf: () => undefined,
      },
      chooseContacts: () => Promise.resolve(undefined),
      chooseExport: () => Promise.resolve(undefined),
      changePreference: () => Promise.resolve({ ok: true, value: null }),
      diagnostics: {
        prepare: () => Promise.reject(new Error('not part of these tests')),
        save: () => Promise.reject(new Error('not part of these tests')),
      },
      sendTestNotification: () => Promise.resolve('shown'),
      takeSnapshot,
      onWindowReady: () => broadcaster.add(window.receiver),
      onWindowPainted: () => undefined,
      readAbout: () => Promise.reject(new Error('not part of these tests')),
      showView: () => undefined,
      quit: () => undefined,
      onWindowError: onError,
      onNetworkChange: () => runtime.renew(),
    }),
  );

  const handshakes: number[] = [];
  simulator.onRequest(({ operation }) => {
    if (operation.includes('/meta/handshake')) handshakes.push(time.elapsed());
  });

  let cancels: (() => void)[] = [];

  async function stop(): Promise<string[]> {
    await runtime.stop();
    window.die();
    broadcaster.dispose();
    wrapUps.dispose();
    store.dispose();
    const left = clock.pending() === 0 ? [] : [`${clock.pending()} timers`];
    for (let turns = 0; wire.connections() > 0 && turns < MAX_CLOSING_TURNS; turns += 1) {
      await nextTurn();
    }
    if (wire.connections() > 0) left.push(`${wire.connections()} connections`);
    await wire.close();
    await simulator.close();
    return left;
  }

  return {
    simulator,
    wire,
    http,
    parts,
    idleLines,
    clock,
    window,
    runtime,
    commands,
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
