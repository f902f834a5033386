import { onTestFinished } from 'vitest';
import type { HttpClient } from '../../main/http/http-client';
import { createHttpClient } from '../../main/http/undici-client';
import type { TelesocialProfile } from '../../main/settings/sections/telesocial';
import { createTalkSpaces } from '../../main/vendors/telesocial/talkspaces';
import { startSimulator } from '../../simulator/simulator';
import type { Simulator } from '../../simulator/simulator';
import type { TelesocialOptions } from '../../simulator/types';
import { eventually } from './eventually';
import { createManualClock } from './manual-clock';
import type { ManualClock } from './manual-clock';
import { createMemoryLogger } from './memory-logger';
import { startStubServer } from './stub-server';
import type { StubAnswer, StubRequest } from './stub-server';
import { createVendorRecorder } from './vendor-recorder';

/** When each pending request was sent, on the real clock; keyed by the clock of its client. */
const onTheirWay = new WeakMap<ManualClock, Set<number>>();
/** A request without an answer for this long, in real ms, will not get one. */
const ANSWER_LIMIT_MS = 250;

/** Our Telesocial client over real HTTP with a manual clock. It is stopped after the test. */
export function connectTelesocial(
  profile: TelesocialProfile,
  networkId = 'eta',
  leftOpen: string[] = [],
) {
  const clock = createManualClock();
  const recorder = createVendorRecorder();
  const logger = createMemoryLogger();
  const http = createHttpClient({ vendor: 'telesocial', logger });
  /** When each request was sent, in ms since the clock's start. */
  const sent: { readonly method: string; readonly at: number }[] = [];
  const start = clock.elapsed();
  const underWay = new Set<number>();
  onTheirWay.set(clock, underWay);
  const watchedHttp: HttpClient = {
    request: (request) => {
      sent.push({ method: request.method, at: clock.elapsed() - start });
      const sentAt = performance.now();
      underWay.add(sentAt);
      return http.request(request).finally(() => underWay.delete(sentAt));
    },
    close: () => http.close(),
  };
  const port = createTalkSpaces({
    profile,
    agent: { name: 'Eta', networkId },
    http: watchedHttp,
    clock,
    listener: recorder,
    logger,
    random: () => 0,
    leftOpen: leftOpen.map((id) => `talkspace:${id}`),
  });
  onTestFinished(() => port.stop());
  return { port, clock, recorder, logger, sent };
}

/** The same with the simulator, in which telephones are answered only by the test. */
export async function simulateTelesocial(options: Partial<TelesocialOptions> = {}) {
  const simulator = await startSimulator({
    telesocial: { answerDelay: null, recordingDelay: 1, ...options },
  });
  onTestFinished(() => simulator.close());
  const { profile } = simulator;
  return { simulator, ...connectTelesocial(profile.telesocial, profile.agent.networkId) };
}

/** The same with a server whose answers the test sets. */
export async function stubTelesocial(
  answer: Parameters<typeof startStubServer>[0],
  media: Pick<TelesocialProfile, 'greetingId' | 'recordingId'> = {},
) {
  const server = await startStubServer(answer);
  onTestFinished(() => server.close());
  const profile = { baseUrl: server.baseUrl, appKey: 'hush-key', ...media };
  return { server, ...connectTelesocial(profile) };
}

/** Advances the clock from timer to timer until the condition holds, and waits for pending answers. */
export function advanceUntil(clock: ManualClock, isSo: () => boolean): Promise<void> {
  return eventually(() => {
    if (isSo()) return true;
    const sentAt = Math.max(...(onTheirWay.get(clock) ?? []));
    if (performance.now() - sentAt < ANSWER_LIMIT_MS) return false;
    clock.advance(clock.pending()[0] ?? 0);
    return false;
  }, 5).toBe(true);
}

/** Advances the clock until the client waits for nothing, neither a timer nor an answer. */
export function advanceUntilIdle(clock: ManualClock): Promise<void> {
  return advanceUntil(
    clock,
    () => clock.pending().length === 0 && (onTheirWay.get(clock)?.size ?? 0) === 0,
  );
}

/** The bodies of all requests of an operation. */
export function formsOf(simulator: Simulator, operation: string): unknown[] {
  return simulator
    .requests()
    .filter((request) => request.operation === operation)
    .map(({ body }) => body);
}

/** Applies a fault to the simulator's answers to an operation. */
export function injectFault(
  simulator: Simulator,
  operation: string,
  effect: Parameters<Simulator['setFaults']>[0][number]['effect'],
): void {
  simulator.setFaults([{ match: { vendor: 'telesocial', operation }, effect }]);
}

/** A body in Telesocial's wrapper for changes to a conference. */
export function conferenceBody(status: number, fields: Record<string, string> = {}): string {
  return JSON.stringify({ ConferenceResponse: { message: '', status, ...fields } });
}

export function isList({ method, path }: StubRequest): boolean {
  return method === 'GET' && path === '/api/rest/conference';
}

export function listBody(active?: string | string[]): StubAnswer {
  return { body: JSON.stringify({ ConferenceListResponse: { message: '', status: 200, active } }) };
}

export function detailsBody(participants?: string | string[]): StubAnswer {
  const content = { message: '', status: 200, participants };
  return { body: JSON.stringify({ ConferenceDetailsResponse: content }) };
}
