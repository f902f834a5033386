import { dequal } from 'dequal';
import type { VendorCall } from '../../calls/call-events';
import type { ConferencePort } from '../../calls/ports';
import { createRateLimiter } from '../../http/rate-limiter';
import type { BandwidthProfile } from '../../settings/profile';
import { createConnectionReport } from '../shared/connection-report';
import { createGrowingPause, FRESH_PAUSE_MS } from '../shared/growing-pause';
import type { Failure } from '../shared/reply';
import { createRepeater } from '../shared/repeater';
import type { VendorOptions } from '../shared/vendor-options';
import { createBandwidthClient } from './client';
import { toVendorCall } from './mapper';
import { createMemberNumbers } from './member-numbers';
import type { WireConference, WireMember } from './wire';

/** The vendor's limit is one a second as it counts; a little more, for requests that travel unevenly. */
const MIN_INTERVAL_MS = 1_100;
/** The longest pause while nothing changes: each of the two resources is read every second time. */
const LONGEST_PAUSE_MS = FRESH_PAUSE_MS / 2;
const LONGEST_RETRY_MS = 60_000;

/** A service that does not tell the members is watched without them. */
const MEMBERS_REFUSED = new Set([400, 403, 404, 405]);

/**
 * Watches the profile's Bandwidth conference (vendor page, sections 2 and 6). There is no push to a
 * desktop, so the conference and its members are read in turn, until it is completed. Without a
 * conference in the profile the credentials are tried once.
 */
export function createConferences(options: VendorOptions<BandwidthProfile>): ConferencePort {
  const { profile, http, clock, listener, random = Math.random } = options;
  const limiter = createRateLimiter({ minIntervalMs: MIN_INTERVAL_MS, clock });
  const client = createBandwidthClient({ profile, http, clock, limiter });
  const report = createConnectionReport(listener);
  const numbers = createMemberNumbers(client);
  const readingPause = createGrowingPause({
    firstMs: MIN_INTERVAL_MS,
    longestMs: LONGEST_PAUSE_MS,
    factor: 1.25,
    random,
    ...(options.isWatched && { isWatched: options.isWatched }),
  });
  const retryPause = createGrowingPause({
    firstMs: 1_000,
    longestMs: LONGEST_RETRY_MS,
    factor: 2,
    random,
  });
  let isStarted = false;
  let conference: WireConference | undefined;
  let members: readonly WireMember[] = [];
  let areMembersNext = false;
  let wereMembersAsked = false;
  let told: VendorCall | undefined;

  const repeater = createRepeater(clock, (signal) =>
    profile.conferenceId === undefined ? probe(signal) : watch(profile.conferenceId, signal),
  );

  async function probe(signal: AbortSignal): Promise<number | undefined> {
    const reply = await client.probe(signal);
    if (signal.aborted) return undefined;
    // Listing conferences is not documented, so a "no such thing" shows the service as well as a list.
    const isThere = reply.kind === 'ok' || (reply.kind === 'refused' && reply.status === 404);
    if (!isThere) return handleFailure(reply);
    retryPause.reset();
    report('connected');
    return undefined;
  }

  async function watch(conferenceId: string, signal: AbortSignal): Promise<number | undefined> {
    if (conference?.state === 'completed') return undefined;
    const failure = areMembersNext
      ? await readMembers(conferenceId, signal)
      : await readConference(conferenceId, signal);
    if (signal.aborted) return undefined;
    if (failure !== undefined) return handleFailure(failure);
    retryPause.reset();
    report('connected');
    areMembersNext = !areMembersNext;
    tell();
    return isCompleted() ? undefined : readingPause.next();
  }

  function isCompleted(): boolean {
    return conference?.state === 'completed';
  }

  async function readConference(id: string, signal: AbortSignal): Promise<Failure | undefined> {
    const reply = await client.readConference(id, signal);
    if (reply.kind !== 'ok') return reply;
    conference = reply.value;
    return undefined;
  }

  async function readMembers(id: string, signal: AbortSignal): Promise<Failure | undefined> {
    const reply = await client.readMembers(id, signal);
    wereMembersAsked = true;
    if (reply.kind === 'refused' && MEMBERS_REFUSED.has(reply.status)) return undefined;
    if (reply.kind !== 'ok') return reply;
    await numbers.learn(reply.value, signal);
    members = reply.value;
    return undefined;
  }

  function tell(): void {
    if (conference === undefined) return;
    // At first both are awaited, lest everybody who is in it already seems to join.
    if (conference.state === 'active' && !wereMembersAsked) return;
    const call = toVendorCall({ conference, members, numbers: numbers.byMember });
    if (dequal(call, told)) return;
    told = call;
    readingPause.reset();
    listener.onCallEvent({ kind: 'call-seen', call });
  }

  /** Says what is wrong; answers in how many ms to try again, or nothing where only the agent can help. */
  function handleFailure(failure: Failure): number | undefined {
    if (failure.kind === 'refused') {
      switch (failure.status) {
        case 401:
        case 403:
          report('signed-out', failure.error);
          return undefined;
        case 404:
          report('error', failure.error);
          return undefined;
        case 429:
          // Served, only too often: the limiter keeps the pause that was asked for.
          report('connected');
          return readingPause.next();
      }
    }
    report('error', failure.error);
    return retryPause.next();
  }

  function readNow(): void {
    if (!isStarted) return;
    readingPause.reset();
    repeater.poke();
  }

  return {
    start() {
      isStarted = true;
      report('connecting');
      repeater.poke();
    },
    refresh: readNow,
    retry: readNow,
    async stop() {
      await repeater.stop();
      await http.close();
    },
  };
}
