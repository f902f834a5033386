import { onTestFinished } from 'vitest';
import type { CallOperation } from '../../contract/call-operations';
import type { Outcome } from '../../contract/outcome';
import type { VendorCall } from '../../main/calls/call-events';
import type { RecorderPort } from '../../main/calls/ports';
import type { HttpClient } from '../../main/http/http-client';
import { createHttpClient } from '../../main/http/undici-client';
import { twilioSection, type TwilioProfile } from '../../main/settings/sections/twilio';
import { createConferences, type Conferences } from '../../main/vendors/twilio/conferences';
import { startSimulator, type JournalEntry, type Simulator } from '../../simulator/simulator';
import { createManualClock, type ManualClock } from './manual-clock';
import { createMemoryLogger } from './memory-logger';
import { findViolations, type TwilioExchange } from './twilio-document';
import { createVendorRecorder, type VendorRecorder } from './vendor-recorder';

/** Our client and the simulator, with a manual clock. It is stopped after the test. */
export interface SimulatedTwilio {
  readonly port: Conferences['line'];
  readonly recordings: RecorderPort;
  readonly clock: ManualClock;
  readonly recorder: VendorRecorder;
  readonly simulator: Simulator;
  readonly logger: ReturnType<typeof createMemoryLogger>;
  /** The requests and answers, in order. */
  readonly exchanges: readonly TwilioExchange[];
  /** The highest number of simultaneous requests. */
  readonly mostAtOnce: () => number;
  /** The call as last reported. */
  readonly call: () => VendorCall;
  /** Advances the clock from timer to timer, awaiting all requests in between, until the condition holds. */
  readonly driveUntil: (isMet: () => boolean) => Promise<void>;
  readonly drive: <Value>(promise: Promise<Value>) => Promise<Value>;
  /** Performs an operation on the call, and advances the clock until it is answered. */
  readonly perform: (operation: RoomOperation) => Promise<Outcome>;
  /** The requests that change something: the vendor's name of the operation, with the form. */
  readonly changes: () => readonly (readonly [string, unknown])[];
}

export type RoomOperation<Operation = CallOperation> = Operation extends unknown
  ? Omit<Operation, 'callId'>
  : never;

export const CUSTOMER = '+12125550142';
export const AGENT = '+14155550115';

interface Surroundings {
  /** When telephones are answered, in ms after they start to ring. By default never. */
  readonly answerDelay?: number | null;
  /** Whether the window is visible. */
  readonly isWatched?: () => boolean;
  readonly random?: () => number;
}

/** More turns than any test needs. */
const MAX_TURNS = 400;

export async function simulateTwilio(
  changes: Partial<TwilioProfile> = {},
  { answerDelay = null, isWatched = () => true, random = () => 0 }: Surroundings = {},
): Promise<SimulatedTwilio> {
  const clock = createManualClock();
  const simulator = await startSimulator({
    now: () => clock.now(),
    twilio: { answerDelay, recordingDelay: 0 },
  });
  onTestFinished(() => simulator.close());
  const recorder = createVendorRecorder();
  const logger = createMemoryLogger();
  const traffic = watchTraffic(createHttpClient({ vendor: 'twilio', logger }));
  const profile = twilioSection.schema.parse({ ...simulator.twilioProfile, ...changes });
  const { line: port, recorder: recordings } = createConferences({
    profile,
    agent: { name: 'Eta' },
    http: traffic.http,
    clock,
    listener: recorder,
    logger,
    random,
    isWatched,
  });
  onTestFinished(() => port.stop());

  async function driveUntil(isMet: () => boolean): Promise<void> {
    for (let turns = 0; turns < MAX_TURNS; turns += 1) {
      await traffic.whenQuiet();
      if (isMet()) return;
      await clock.fireNext();
    }
    throw new Error('The condition was never met.');
  }

  async function drive<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    const settled = promise.finally(() => (isSettled = true));
    await driveUntil(() => isSettled);
    return settled;
  }

  function call(): VendorCall {
    const reported = recorder.lastCall();
    if (reported === undefined) throw new Error('No call has been reported.');
    return reported;
  }

  return {
    port,
    recordings,
    clock,
    recorder,
    simulator,
    logger,
    exchanges: traffic.exchanges,
    mostAtOnce: traffic.mostAtOnce,
    call,
    driveUntil,
    drive,
    perform: (operation) => drive(port.perform({ ...operation, callId: call().id })),
    changes: () =>
      simulator
        .requests()
        .filter(({ method }) => method !== 'GET')
        .map(({ operation, body }: JournalEntry) => [operation, body] as const),
  };
}

/** The same with an active conference of the agent and a customer, which has been fetched completely. */
export async function simulateTeam(
  changes: Partial<TwilioProfile> = {},
  surroundings: Surroundings = {},
): Promise<SimulatedTwilio> {
  const simulated = await simulateTwilio(changes, surroundings);
  const { simulator, port, recorder, driveUntil } = simulated;
  simulator.twilio.join({ number: AGENT, conference: 'Team' });
  simulator.twilio.join({ number: CUSTOMER, conference: 'Team', callerName: 'ADA MARSH' });
  port.start();
  await driveUntil(() => recorder.lastCall()?.participants.length === 2);
  return simulated;
}

/** How requests and answers differed from the vendor's document, apart from errors. */
export function listViolations({ exchanges }: SimulatedTwilio): readonly string[] {
  return exchanges.filter(({ status }) => status < 400).flatMap(findViolations);
}

/** Records requests and answers, and knows when none is pending and the last answer has caused no further one. */
function watchTraffic(http: HttpClient): {
  readonly http: HttpClient;
  readonly exchanges: readonly TwilioExchange[];
  readonly mostAtOnce: () => number;
  whenQuiet(): Promise<void>;
} {
  const onTheWay = new Set<Promise<unknown>>();
  const exchanges: TwilioExchange[] = [];
  let most = 0;
  return {
    exchanges,
    mostAtOnce: () => most,
    http: {
      request(request) {
        const exchange = http.request(request).then((outcome) => {
          onTheWay.delete(exchange);
          if (outcome.kind === 'done') {
            const { status, text } = outcome.value;
            exchanges.push({
              method: request.method,
              path: request.url.pathname,
              query: Object.fromEntries(request.url.searchParams),
              form: Object.fromEntries(new URLSearchParams(request.body)),
              status,
              body: text === '' ? undefined : parse(text),
            });
          }
          return outcome;
        });
        onTheWay.add(exchange);
        most = Math.max(most, onTheWay.size);
        return exchange;
      },
      close: () => http.close(),
    },
    async whenQuiet() {
      do {
        await Promise.all(onTheWay);
        await new Promise((resolve) => setImmediate(resolve));
      } while (onTheWay.size > 0);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
