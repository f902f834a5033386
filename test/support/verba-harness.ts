import { afterEach } from 'vitest';
import type { Recording } from '../../contract/recording';
import type { RecorderPort } from '../../main/calls/ports';
import { createHttpClient } from '../../main/http/undici-client';
import type { VerbaProfile } from '../../main/settings/sections/verba';
import { createRecorder } from '../../main/vendors/verba/recorder';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { readFixture } from './fixture';
import { createManualClock, type ManualClock } from './manual-clock';
import { createMemoryLogger } from './memory-logger';
import { startStubServer, type StubAnswer, type StubRequest } from './stub-server';
import { createVendorRecorder } from './vendor-recorder';

const WITHOUT_LOGIN = { apiKey: 'hush-key', match: { by: 'nativeID', from: 'callUuid' } } as const;

/** Makes a Verba client over real HTTP. Everything is closed after each test, newest first. */
export function setUpVerba() {
  const cleanUps: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });

  function connect(
    profile: Partial<VerbaProfile> & Pick<VerbaProfile, 'baseUrl'>,
    clock: ManualClock = createManualClock(),
  ) {
    const recorder = createVendorRecorder();
    const logger = createMemoryLogger();
    const port = createRecorder({
      profile: { ...WITHOUT_LOGIN, ...profile },
      agent: { name: 'Eta' },
      http: createHttpClient({ vendor: 'verba', logger }),
      clock,
      listener: recorder,
      logger,
      random: () => 0,
    });
    cleanUps.push(() => port.stop());
    return { port, clock, recorder, logger };
  }

  /** A client of the simulator, with the same clock. */
  async function simulate(profile: Partial<VerbaProfile> = {}) {
    const clock = createManualClock();
    const simulator = await startSimulator({
      now: () => clock.now(),
      verba: { hasAuthentication: true, tokenSeconds: 3600 },
    });
    cleanUps.push(() => simulator.close());
    return { simulator, ...connect({ ...simulator.profile.verba, ...profile }, clock) };
  }

  /** A client of a server whose answers the test sets. It has no login unless the profile does. */
  async function stub(
    answer: (request: StubRequest) => StubAnswer | undefined,
    profile: Partial<VerbaProfile> = {},
  ) {
    const server = await startStubServer(answer);
    cleanUps.push(() => server.close());
    return { server, ...connect({ baseUrl: `${server.baseUrl}/verba/api`, ...profile }) };
  }

  /** A client of the simulator with one recording, `id-1`, which every other match rule finds by `uuid-1`. */
  async function simulateOne(isFinished: boolean, profile: Partial<VerbaProfile> = {}) {
    const parts = await simulate(profile);
    const key = 'uuid-1';
    const keys = { nativeId: key, platformCallId: key, meetingId: key };
    parts.simulator.verba.add({ callId: 'id-1', ...keys, caller: '1', called: '8856', isFinished });
    return { ...parts, recording: () => parts.simulator.verba.recordings()[0] };
  }

  return {
    connect,
    simulateOne,
    simulate,
    stub,
    cleanUp: (close: () => Promise<unknown>) => cleanUps.push(close),
  };
}

/** The recording of an ongoing call, as the agent sees it before an action. */
export async function lookUpRecording(
  port: RecorderPort,
  keys: Readonly<Record<string, string>>,
): Promise<Recording> {
  const found = await port.lookUp(keys, { startedAt: 0 });
  if (!found.ok) throw new Error(`not found: ${found.error.code}`);
  return found.value[0]!;
}

export function xml(name: string): StubAnswer {
  return { body: readFixture(`verba/${name}.xml`), headers: { 'Content-Type': 'text/xml' } };
}

/** A refusal by Verba. */
export function no(message: string): string {
  return `<VerbaApi><Response code="2" type="X"><ErrorMessage>${message}</ErrorMessage></Response></VerbaApi>`;
}

export function actions(simulator: Simulator): string[] {
  return simulator.requests().map(({ method, operation }) => `${method} ${operation}`);
}

/** A call that began this long ago, in ms, and is ongoing unless it ended this long ago. */
export function callTime(clock: ManualClock, startedBefore: number, endedBefore?: number) {
  const now = clock.now();
  return {
    startedAt: now - startedBefore,
    ...(endedBefore !== undefined && { endedAt: now - endedBefore }),
  };
}
