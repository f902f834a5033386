import { onTestFinished } from 'vitest';
import type { CallOperation } from '../../contract/call-operations';
import type { CallEvent, VendorCall } from '../../main/calls/call-events';
import type { Outcome } from '../../contract/outcome';
import type { HttpClient } from '../../main/http/http-client';
import { createHttpClient } from '../../main/http/undici-client';
import type { BandwidthProfile } from '../../main/settings/sections/bandwidth';
import { createConferences, type Conferences } from '../../main/vendors/bandwidth/conferences';
import { startSimulator } from '../../simulator/simulator';
import type { JournalEntry, Simulator, SimulatorOptions } from '../../simulator/simulator';
import { createManualClock } from './manual-clock';
import type { ManualClock } from './manual-clock';
import { createMemoryLogger } from './memory-logger';
import { startStubServer } from './stub-server';
import type { StubAnswer, StubRequest, StubServer } from './stub-server';
import { createVendorRecorder } from './vendor-recorder';
import type { VendorRecorder } from './vendor-recorder';

/** Our Bandwidth client with a manual clock, over real HTTP. It is stopped after the test. */
export interface ConferenceClient {
  readonly port: Conferences;
  readonly clock: ManualClock;
  readonly recorder: VendorRecorder;
  readonly logger: ReturnType<typeof createMemoryLogger>;
  /** Advances the clock from timer to timer, awaiting all requests in between, until the condition holds. */
  readonly driveUntil: (isMet: () => boolean) => Promise<void>;
  /** Does the same until the promise is settled. */
  readonly drive: <Value>(promise: Promise<Value>) => Promise<Value>;
}

export interface SimulatedConference extends ConferenceClient {
  readonly simulator: Simulator;
  /** The call as last reported. */
  readonly call: () => VendorCall;
  /** Performs an operation on the call, and advances the clock until it is answered. */
  readonly perform: (operation: RoomOperation) => Promise<Outcome>;
  /** The requests that change something: method and path below the user, with the body. */
  changes(): readonly [string, unknown][];
}

/** An operation on the only call. */
export type RoomOperation<Operation = CallOperation> = Operation extends unknown
  ? Omit<Operation, 'callId'>
  : never;

/** More turns than any test needs. */
const MAX_TURNS = 200;

export function connectConferences(
  profile: BandwidthProfile,
  clock = createManualClock(),
  onCallEvent: (event: CallEvent) => void = () => undefined,
): ConferenceClient {
  const recorder = createVendorRecorder();
  const logger = createMemoryLogger();
  const traffic = watchTraffic(createHttpClient({ vendor: 'bandwidth', logger }));
  const port = createConferences({
    profile,
    agent: { name: 'Eta' },
    http: traffic.http,
    clock,
    listener: {
      ...recorder,
      onCallEvent(event) {
        recorder.onCallEvent(event);
        onCallEvent(event);
      },
    },
    logger,
    random: () => 0,
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

  return {
    port,
    clock,
    recorder,
    logger,
    driveUntil,
    async drive(promise) {
      let isSettled = false;
      const settled = promise.finally(() => (isSettled = true));
      await driveUntil(() => isSettled);
      return settled;
    },
  };
}

/**
 * Our client and the simulator, which measures its limit of one request a second with the client's clock.
 * Calls are answered only when controlled. Everybody in `members` is in the conference, and its state is fetched.
 */
export async function simulateConference(
  options: SimulatorOptions & {
    readonly members?: readonly string[];
    readonly onCallEvent?: (event: CallEvent) => void;
  } = {},
): Promise<SimulatedConference> {
  const { members = [], onCallEvent, ...rest } = options;
  const clock = createManualClock();
  const simulator = await startSimulator({
    ...rest,
    now: () => clock.now(),
    bandwidth: { callAnswerDelay: null, ...rest.bandwidth },
  });
  onTestFinished(() => simulator.close());
  for (const number of members) simulator.bandwidth.addMember(number);
  const client = connectConferences(simulator.profile.bandwidth, clock, onCallEvent);
  const { port, recorder, drive } = client;
  port.start();
  await client.driveUntil(
    () =>
      recorder.events.some(({ kind }) => kind === 'call-fetched') &&
      recorder.lastCall()?.participants.every(({ number }) => number !== undefined) === true,
  );
  const user = `/v1/users/${simulator.profile.bandwidth.userId}`;

  function call(): VendorCall {
    const reported = recorder.lastCall();
    if (reported === undefined) throw new Error('No call has been reported.');
    return reported;
  }

  return {
    ...client,
    simulator,
    call,
    perform: (operation) => drive(port.perform({ ...operation, callId: call().id })),
    changes: () =>
      simulator
        .requests()
        .filter(({ method }) => method === 'POST')
        .map((entry: JournalEntry) => [entry.path.replace(user, ''), entry.body]),
  };
}

/** Our client and a server whose answers the test sets. */
export async function stubConference(
  answer: (request: StubRequest, nth: number) => StubAnswer | undefined,
  conferenceId?: string,
): Promise<ConferenceClient & { readonly server: StubServer }> {
  let requests = 0;
  const server = await startStubServer((request) => answer(request, (requests += 1)));
  onTestFinished(() => server.close());
  const profile = { userId: 'u/1', apiToken: 't-hush', apiSecret: 'hush-secret' };
  return {
    server,
    ...connectConferences({
      ...profile,
      baseUrl: server.baseUrl,
      ...(conferenceId && { conferenceId }),
    }),
  };
}

export function json(
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): StubAnswer {
  return { status, body: JSON.stringify(value), headers };
}

/** Resolves when no request is pending and the last answer has caused no further one. */
function watchTraffic(http: HttpClient): { http: HttpClient; whenQuiet(): Promise<void> } {
  const onTheWay = new Set<Promise<unknown>>();
  return {
    http: {
      request(request) {
        const exchange = http.request(request).finally(() => onTheWay.delete(exchange));
        onTheWay.add(exchange);
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
