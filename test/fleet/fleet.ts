import { createRandom } from '../chaos/random';
import { startSidetoneAgent, startStockAgent } from './agents';
import type { StartAgent } from './agents';
import { createModeledServer } from './modeled-server';
import { createVirtualClock } from './virtual-clock';

export const POLICIES = { sidetone: startSidetoneAgent, stock: startStockAgent } as const;
export type Policy = keyof typeof POLICIES;

/** What happens to the server once everybody is connected. */
export const FAULTS = {
  /** It is down for 20 s and loses all sign-ins and sessions. */
  restart: { downSeconds: 20, behavior: {} },
  /** The same, and then it can handle sign-ins and handshakes of only 3 % of its agents per second. */
  overload: { downSeconds: 20, behavior: { shareASecond: 0.03 } },
  /** It answers every request with 403. */
  rejection: { downSeconds: 0, behavior: { isRejecting: true } },
} as const;
export type Fault = keyof typeof FAULTS;

export interface FleetResult {
  readonly policy: Policy;
  readonly fault: Fault;
  readonly agents: number;
  /** From the server's return until the last agent is connected; null if that did not happen. */
  readonly secondsUntilAllBack: number | null;
  /** Handshakes since the server's return. */
  readonly handshakes: number;
  readonly signIns: number;
  /** All requests since the server's return. */
  readonly requests: number;
  /** The highest number of handshakes in one second since the server's return. */
  readonly peakPerSecond: number;
  /** The mean number per second until all are back, or until the end of the run. */
  readonly meanPerSecond: number;
  /** Handshakes in each ten seconds since the server's return. */
  readonly everyTenSeconds: readonly number[];
}

const SPREAD_OF_START_MS = 60_000;
const TROUBLE_AT_MS = 120_000;
const WATCH_MS = 300_000;
const LOOK_MS = 1_000;

/** Runs a fleet through an outage on a virtual clock. The same seed gives the same result. */
export async function runFleet(policy: Policy, fault: Fault, agents: number): Promise<FleetResult> {
  const random = createRandom(agents);
  const clock = createVirtualClock();
  const server = createModeledServer(clock);
  const { downSeconds, behavior } = FAULTS[fault];
  const connected = new Set<number>();
  let allBackAt: number | undefined;
  let isAfter = false;
  startAll(POLICIES[policy]);

  function startAll(start: StartAgent): void {
    for (let index = 0; index < agents; index += 1) {
      clock.after(random.next() * SPREAD_OF_START_MS, () =>
        start({
          server,
          clock,
          random: () => random.next(),
          onConnected: (isConnected) => note(index, isConnected),
        }),
      );
    }
  }

  function note(index: number, isConnected: boolean): void {
    if (isConnected) connected.add(index);
    else connected.delete(index);
    if (isAfter && connected.size === agents) allBackAt ??= clock.now();
  }

  await clock.runUntil(TROUBLE_AT_MS);
  if (connected.size < agents) throw new Error('the fleet never connected');
  connected.clear();
  isAfter = true;
  server.behavior.isDown = downSeconds > 0;
  server.behavior.isRejecting = 'isRejecting' in behavior;
  if ('shareASecond' in behavior) server.behavior.perSecond = behavior.shareASecond * agents;
  if (downSeconds > 0) server.forgetEverybody();
  const returnsAt = TROUBLE_AT_MS + downSeconds * 1000;
  await clock.runUntil(returnsAt);
  server.behavior.isDown = false;
  const requestsBefore = server.requests();
  while (allBackAt === undefined && clock.now() < returnsAt + WATCH_MS) {
    await clock.runUntil(clock.now() + LOOK_MS);
  }

  const since = (moments: readonly number[]): number[] =>
    moments.filter((at) => at >= returnsAt).map((at) => (at - returnsAt) / 1000);
  const handshakes = since(server.handshakes);
  const seconds = allBackAt === undefined ? undefined : (allBackAt - returnsAt) / 1000;
  const watched = Math.max(1, seconds ?? WATCH_MS / 1000);
  return {
    policy,
    fault,
    agents,
    secondsUntilAllBack: seconds === undefined ? null : round(seconds),
    handshakes: handshakes.length,
    signIns: since(server.signIns).length,
    requests: server.requests() - requestsBefore,
    peakPerSecond: Math.max(0, ...countBy(handshakes, 1)),
    meanPerSecond: round(handshakes.filter((at) => at <= watched).length / watched),
    everyTenSeconds: countBy(handshakes, 10).slice(0, Math.ceil(watched / 10)),
  };
}

function countBy(moments: readonly number[], width: number): number[] {
  const counts = Array.from({ length: WATCH_MS / 1000 / width }, () => 0);
  for (const at of moments) {
    const index = Math.floor(at / width);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
