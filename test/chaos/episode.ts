import type { Line } from '../../contract/call-model';
import type { Snapshot } from '../../contract/snapshot';
import type { Ports } from './broken-wire';
import {
  awaitLateAnswers,
  deliverDelayedNotifications,
  drawFault,
  endFaults,
  LOST_LAST_NOTIFICATION,
} from './faults';
import type { InjectedFault } from './faults';
import type { FastTime } from './fast-time';
import { drawLastEvent, drawEvent } from './scripted-events';
import { drawPress } from './agent-actions';
import { createRandom } from './random';
import { findRepeats } from './repeats';
import { isInDoubt, LIMIT_MS, limitOf, EVENTUAL_LIMIT_MS } from './limits';
import { findMismatches } from './truth';
import { createWorld } from './world';
import type { World } from './world';

export interface EpisodeResult {
  readonly seed: number;
  /** Whether the app is notified when the faults end, as by a network change. */
  readonly isNotified: boolean;
  /** App time from the last fault until the window is correct and stays correct, in ms. */
  readonly trueAfterMs: number;
  /** The same, without the time in which the window marked the state as unknown. */
  readonly trueOrFlaggedAfterMs: number;
  /** A description of the last mismatch. */
  readonly lastMismatch: string | undefined;
  /** Descriptions of wrong state that was shown as known after the time limit. */
  readonly wrongStates: readonly string[];
  readonly repeats: readonly string[];
  readonly isOverHandshakeLimit: boolean;
  /** Descriptions of lines that were shown as connected without being fetched. */
  readonly idleLines: readonly string[];
  /** What was still running after the app had stopped. */
  readonly leftovers: readonly string[];
  /** What happened, in order. */
  readonly story: readonly string[];
}

interface Step extends Omit<InjectedFault, 'strike'> {
  readonly at: number;
  occur(world: World): Promise<void> | void;
}

/** State that is correct for this long is assumed to stay correct. */
const LASTING_MS = 3_000;
const MAX_HANDSHAKES = 5;
/** A minute, less the longest sign-in before a handshake. */
const HANDSHAKE_WINDOW_MS = 50_000;

/** One app and all vendors, with the events and faults of the seed. */
export async function runEpisode(
  seed: number,
  time: FastTime,
  ports: Ports,
): Promise<EpisodeResult> {
  const random = createRandom(seed);
  const length = random.integer(10_000, 25_000);
  const steps = drawSteps(random, length);
  const isNotified = random.chance(0.5);
  const world = await createWorld(time, random, ports);
  const story: string[] = [];
  const start = time.now();

  world.window.load();
  world.runtime.start();
  for (const step of steps) {
    await until(time, start + step.at);
    story.push(`${Math.round(time.now() - start)} ${step.name}`);
    await step.occur(world);
  }
  await until(time, start + length);
  await endFaults(world);
  const hasUnseen = steps.some(({ isUnseen }) => isUnseen);
  if (steps.some(({ isHeldBack }) => isHeldBack)) deliverDelayedNotifications(world);
  await awaitLateAnswers(world, time);
  if (isNotified) void world.window.bridge.reportNetworkChange();
  const end = await watchForTruth(world, time, hasUnseen);
  const idleLines = world.idleLines.stop();
  const leftovers = await world.stop();
  return {
    seed,
    isNotified,
    ...end,
    repeats: findRepeats(world),
    isOverHandshakeLimit: world.handshakes.some(
      (at, index) =>
        at - (world.handshakes[index - MAX_HANDSHAKES] ?? -Infinity) < HANDSHAKE_WINDOW_MS,
    ),
    idleLines,
    leftovers,
    story,
  };
}

const QUIET = { isUnseen: false, isHeldBack: false };

function drawSteps(random: ReturnType<typeof createRandom>, length: number): Step[] {
  const steps: Step[] = [];
  function add(count: number, draw: () => Pick<Step, 'name' | 'occur'> & Partial<Step>): void {
    for (let made = 0; made < count; made += 1) {
      const at = random.integer(0, length);
      steps.push({ ...QUIET, ...draw(), at });
    }
  }
  // With few events there are long periods without a notification, in which only polls can correct it.
  add(random.integer(4, 35), () => drawEvent(random));
  add(random.integer(6, 14), () => drawPress(random));
  add(random.integer(2, 8), () => toStep(drawFault(random)));
  if (random.chance(0.3)) {
    // The last notification of a call is lost, and no later one reveals that.
    const word = drawLastEvent(random);
    steps.push(
      { ...toStep(LOST_LAST_NOTIFICATION), at: length },
      { ...QUIET, ...word, at: length },
    );
  }
  return steps.sort((one, other) => one.at - other.at);
}

function toStep(fault: InjectedFault): Omit<Step, 'at'> {
  const { name, isUnseen, isHeldBack } = fault;
  return {
    name: `FAULT ${name}`,
    isUnseen,
    isHeldBack,
    occur: (world) => fault.strike(world),
  };
}

/** The agent presses Try again if the window offers it. */
function retrySignedOut({ window }: World): void {
  for (const { vendor, state } of window.shown()?.connections ?? []) {
    const isWaiting = state === 'signed-out' || state === 'error';
    if (isWaiting) void window.bridge.retryConnection({ vendor });
  }
}

async function watchForTruth(
  world: World,
  time: FastTime,
  hasUnseen: boolean,
): Promise<
  Pick<EpisodeResult, 'trueAfterMs' | 'trueOrFlaggedAfterMs' | 'lastMismatch' | 'wrongStates'>
> {
  const start = time.now();
  const wrongStates = new Map<string, string>();
  let trueSince: number | undefined;
  let trueOrFlaggedAfterMs = 0;
  let mostTalkSpaces = 0;
  let retryAt = 0;
  let lastMismatch: string | undefined;
  for (;;) {
    const after = time.now() - start;
    if (after >= retryAt && world.window.shown() !== undefined) {
      retrySignedOut(world);
      retryAt = after + LIMIT_MS;
    }
    const mismatches = findMismatches(world);
    trueSince = mismatches.size === 0 ? (trueSince ?? after) : undefined;
    if (trueSince !== undefined && after - trueSince >= LASTING_MS) break;
    mostTalkSpaces = Math.max(mostTalkSpaces, countTalkSpaces(world));
    for (const [line, mismatch] of mismatches) {
      const circumstances = {
        hasUnseen,
        hasActed: hasActed(world, line, start - LIMIT_MS),
        mostTalkSpaces,
      };
      const snapshot = world.window.shown();
      lastMismatch = `after ${Math.round(after)} ms ${line}: ${mismatch}, ${describeDoubts(snapshot)}`;
      if (snapshot === undefined || !isInDoubt(line, snapshot)) trueOrFlaggedAfterMs = after;
      if (after > limitOf(line, snapshot, circumstances)) wrongStates.set(line, lastMismatch);
    }
    if (after > EVENTUAL_LIMIT_MS) break;
    await until(time, time.now() + 20);
  }
  return {
    trueAfterMs: trueSince ?? Infinity,
    trueOrFlaggedAfterMs,
    lastMismatch,
    wrongStates: [...wrongStates.values()],
  };
}

function countTalkSpaces({ window }: World): number {
  return window.shown()?.calls.filter(({ line }) => line === 'talkspace').length ?? 0;
}

/** Whether a request to change a conference of the line has been sent since then. */
function hasActed({ simulator }: World, line: Line, since: number): boolean {
  return simulator
    .requests()
    .some(
      ({ vendor, method, at }) =>
        vendor === (line === 'twilio' ? 'twilio' : 'bandwidth') &&
        method !== 'GET' &&
        Date.parse(at) > since,
    );
}

/** Everything that the window shows as unknown. */
function describeDoubts(snapshot: Snapshot | undefined): string {
  return JSON.stringify([
    snapshot?.connections.filter(({ state }) => state !== 'connected'),
    snapshot?.commands.map(({ action, outcome }) => `${action} ${outcome}`),
  ]);
}

function until(time: FastTime, at: number): Promise<void> {
  return new Promise((resolve) => time.after(at - time.now(), resolve));
}
