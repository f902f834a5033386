import { systemClock } from '../../main/time/system-clock';
import type { Clock } from '../../main/time/clock';
import type { HttpClient } from '../../main/http/http-client';
import { createHttpClient } from '../../main/http/undici-client';
import type { GenesysProfile } from '../../main/settings/sections/genesys';
import {
  createGenesysTelephony,
  type GenesysTelephony,
} from '../../main/vendors/genesys/genesys-telephony';
import { startSimulator } from '../../simulator/simulator';
import type { GenesysOptions, JournalEntry, Simulator } from '../../simulator/simulator';
import { createMemoryLogger } from './memory-logger';
import { createTelephonyRecorder } from './telephony-recorder';
import type { TelephonyRecorder } from './telephony-recorder';

export interface GenesysHarness {
  readonly simulator: Simulator;
  readonly telephony: GenesysTelephony;
  readonly recorder: TelephonyRecorder;
  readonly logger: ReturnType<typeof createMemoryLogger>;
  /** The requests of this operation, by its name in the journal. */
  requestsFor(operation: string): JournalEntry[];
  /** Resolves on the next request of this operation. */
  whenRequested(operation: string): Promise<JournalEntry>;
  stop(): Promise<void>;
}

/** Our Genesys client with the simulator over real HTTP. `random` is 0, so that retries come early. */
export async function startGenesys(
  options: {
    genesys?: Partial<GenesysOptions>;
    profile?: Partial<GenesysProfile>;
    clock?: Clock;
    createHttp?: () => HttpClient;
  } = {},
): Promise<GenesysHarness> {
  const simulator = await startSimulator({ genesys: { ...options.genesys } });
  const logger = createMemoryLogger();
  const recorder = createTelephonyRecorder();
  const telephony = createGenesysTelephony({
    profile: { ...simulator.profile.genesys, ...options.profile },
    agent: simulator.profile.agent,
    createHttp:
      options.createHttp ??
      (() => createHttpClient({ vendor: 'genesys', logger, withCookies: true })),
    clock: options.clock ?? systemClock,
    listener: recorder,
    logger,
    random: () => 0,
  });
  return {
    simulator,
    telephony,
    recorder,
    logger,
    requestsFor: (operation) =>
      simulator.requests().filter((request) => request.operation === operation),
    whenRequested: (operation) =>
      new Promise((resolve) => {
        const stopListening = simulator.onRequest((request) => {
          if (request.operation !== operation) return;
          stopListening();
          resolve(request);
        });
      }),
    async stop() {
      await telephony.stop();
      await simulator.close();
    },
  };
}

/** The same client, started and connected. */
export async function connectGenesys(
  options: Parameters<typeof startGenesys>[0] = {},
): Promise<GenesysHarness> {
  const harness = await startGenesys(options);
  harness.telephony.start();
  await harness.recorder.whenConnection('connected');
  return harness;
}
