import type { Line } from '../../contract/call-model';
import type { Connection } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';
import { drawMishap, endMishaps } from './faults';
import type { FastTime } from './fast-time';
import { drawNews, drawPress } from './happenings';
import { createDraws } from './random';
import { findLies, findRepeats } from './truth';
import { createWorld } from './world';
import type { World } from './world';

export interface EpisodeResult {
  readonly seed: number;
  /** Whether the end of the trouble is told to the app, as by a change of network. */
  readonly isTold: boolean;
  /** App time from the last fault until what is shown is true for good, in ms. */
  readonly truthAfterMs: number;
  /** What was not true the longest, in words. */
  readonly lastLie: string | undefined;
  /** What was shown and was not true, in words. */
  readonly wrongStates: readonly string[];
  readonly repeats: readonly string[];
  readonly isOverHandshakeLimit: boolean;
  /** What was not ended with the app. */
  readonly leftovers: readonly string[];
  /** What happened, in its order. */
  readonly story: readonly string[];
}

interface Step {
  readonly at: number;
  readonly name: string;
  readonly isUnseen: boolean;
  readonly isAboutTime: boolean;
  occur(world: World): Promise<void> | void;
}

/** What decides how soon what is shown has to be true. */
interface Circumstances {
  readonly isTold: boolean;
  readonly hasUnseen: boolean;
  readonly isClockWrong: boolean;
}

/** After the last fault what is shown as known has to be true within this time. */
const LIMIT_MS = 5_000;
/** A notification that was held back comes with the next one, and is put right by the reading after it. */
const HELD_BACK_MS = 5_000;
/** The slowest reading by itself while nothing seems to change: 30 s, and a fifth more. */
const UNSEEN_LIMIT_MS = 40_000;
/** The longest pause of any part that is not told that the trouble is over: a minute, and a fifth more. */
const PATIENCE_MS = 130_000;
/** What is true so long stays true. */
const LASTING_MS = 3_000;
const MOST_HANDSHAKES = 5;
/** A minute, less the longest sign-in before a handshake. */
const HANDSHAKE_WINDOW_MS = 50_000;

const VENDOR_OF: Record<Line, Vendor> = {
  genesys: 'genesys',
  talkspace: 'telesocial',
  conference: 'bandwidth',
};

/** One app against four vendors, with whatever the seed brings. */
export async function runEpisode(seed: number, time: FastTime): Promise<EpisodeResult> {
  const draws = createDraws(seed);
  const length = draws.integer(10_000, 20_000);
  const steps = drawSteps(draws, length);
  const isTold = draws.chance(0.5);
  const world = await createWorld(time, draws);
  const story: string[] = [];
  const start = time.now();

  world.vendors.all.forEach((vendor) => vendor.start());
  for (const step of steps) {
    await until(time, start + step.at);
    story.push(`${Math.round(time.now() - start)} ${step.name}`);
    await step.occur(world);
  }
  await until(time, start + length);
  await endMishaps(world);
  const circumstances = {
    isTold,
    hasUnseen: steps.some(({ isUnseen }) => isUnseen),
    isClockWrong: steps.some(({ isAboutTime }) => isAboutTime),
  };
  if (isTold) tellNetworkChange(world);
  const end = await watchForTruth(world, time, circumstances);
  const leftovers = await world.stop();
  return {
    seed,
    isTold,
    ...end,
    repeats: findRepeats(world),
    isOverHandshakeLimit: world.handshakes.some(
      (at, index) =>
        at - (world.handshakes[index - MOST_HANDSHAKES] ?? -Infinity) < HANDSHAKE_WINDOW_MS,
    ),
    leftovers,
    story,
  };
}

function drawSteps(draws: ReturnType<typeof createDraws>, length: number): Step[] {
  const steps: Step[] = [];
  function add(count: number, draw: () => Pick<Step, 'name' | 'occur'> & Partial<Step>): void {
    for (let made = 0; made < count; made += 1) {
      const at = draws.integer(0, length);
      steps.push({ isUnseen: false, isAboutTime: false, ...draw(), at });
    }
  }
  add(draws.integer(15, 35), () => drawNews(draws));
  add(draws.integer(4, 10), () => drawPress(draws));
  add(draws.integer(2, 8), () => {
    const mishap = drawMishap(draws);
    return {
      ...mishap,
      name: `FAULT ${mishap.name}`,
      occur: (world) => mishap.strike(world),
    };
  });
  return steps.sort((one, other) => one.at - other.at);
}

/** What the app does when the system says that the network changed. */
function tellNetworkChange({ vendors }: World): void {
  vendors.telephony?.renew();
  vendors.all.forEach((vendor) => vendor.refresh());
}

/** The agent presses Try again where the window asks for it. */
function retrySignedOut({ store, vendors }: World): void {
  for (const { vendor, state } of store.getState().connections.values()) {
    if (state === 'signed-out' || state === 'error') vendors.all.get(vendor)?.retry();
  }
}

async function watchForTruth(
  world: World,
  time: FastTime,
  circumstances: Circumstances,
): Promise<Pick<EpisodeResult, 'truthAfterMs' | 'lastLie' | 'wrongStates'>> {
  const start = time.now();
  const wrongStates = new Map<string, string>();
  let trueSince: number | undefined;
  let retryAt = 0;
  let lastLie: string | undefined;
  for (;;) {
    const after = time.now() - start;
    if (after >= retryAt) {
      retrySignedOut(world);
      retryAt = after + LIMIT_MS;
    }
    const lies = findLies(world);
    trueSince = lies.size === 0 ? (trueSince ?? after) : undefined;
    if (trueSince !== undefined && after - trueSince >= LASTING_MS) break;
    for (const [line, lie] of lies) {
      const connection = world.store.getState().connections.get(VENDOR_OF[line]);
      lastLie = `after ${Math.round(after)} ms ${line}: ${lie}, ${JSON.stringify(connection)}`;
      if (after > limitOf(connection, line, circumstances)) wrongStates.set(line, lastLie);
    }
    if (after > PATIENCE_MS) break;
    await until(time, time.now() + 20);
  }
  return { truthAfterMs: trueSince ?? Infinity, lastLie, wrongStates: [...wrongStates.values()] };
}

/** How long after the last fault a line may show what is not true. */
function limitOf(
  connection: Connection | undefined,
  line: Line,
  { isTold, hasUnseen, isClockWrong }: Circumstances,
): number {
  // It says that it does not know; being right again is then a matter of patience alone.
  if (connection?.state !== 'connected') return PATIENCE_MS;
  // One that was started without an answer, or ended before it was ever read, is looked for a while.
  if (line === 'talkspace') return isTold ? UNSEEN_LIMIT_MS : PATIENCE_MS;
  // When a vendor asks for a pause until a moment, a wrong clock takes it for longer: a minute at most.
  if (line === 'conference' && isClockWrong) return PATIENCE_MS;
  if (isTold) return line === 'genesys' && hasUnseen ? LIMIT_MS + HELD_BACK_MS : LIMIT_MS;
  // What is polled is as old as its last reading, and pauses grow while readings fail.
  if (line !== 'genesys') return PATIENCE_MS;
  return hasUnseen ? UNSEEN_LIMIT_MS : LIMIT_MS;
}

function until(time: FastTime, at: number): Promise<void> {
  return new Promise((resolve) => time.after(at - time.now(), resolve));
}
