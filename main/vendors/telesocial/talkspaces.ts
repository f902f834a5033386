import type { AppError } from '../../../contract/errors';
import type { Outcome } from '../../../contract/outcome';
import { attempt } from '../../calls/attempt';
import type { LinePort, StartChoice } from '../../calls/ports';
import { createRateLimiter } from '../../http/rate-limiter';
import { createNumbers } from '../../numbers/numbers';
import type { TelesocialProfile } from '../../settings/sections/telesocial';
import { createRateLimitBackoff, maxRefreshDelayMs } from '../shared/backoff';
import { reportBug } from '../shared/report-bug';
import { withoutDetails, type Reply } from '../shared/reply';
import type { VendorOptions } from '../shared/vendor-options';
import { createTelesocialClient } from './client';
import { createEndedTalkSpaces } from './ended-talkspaces';
import { searchUnansweredCreate } from './unanswered-create';
import type { UnansweredCreateSearch } from './unanswered-create';
import { toCallId, toConferenceId, toVendorCall } from './mapper';
import { createKnownIds } from './known-ids';
import { createMediaWatch } from './media-watch';
import { createTalkSpaceOperations } from './operations';
import { createProbe, isAboutService } from './probe';
import { createRosterPoller } from './roster-poller';
import { isShownByRefresh } from './shown-by-refresh';
import type { RosterPoller } from './roster-poller';
import { createConnectionHealth } from './connection-health';
import { createTalkSpace, withCalled } from './talkspace';
import type { TalkSpace } from './talkspace';

/** The polls of all open TalkSpaces together stay below one request a second. */
const MIN_INTERVAL_MS = 1_000;

/** How long the list is requested repeatedly before a TalkSpace is started without it. */
const LIST_TIMEOUT_MS = 3_000;

const RATE_LIMITED: AppError = { code: 'rate-limited', vendor: 'telesocial' };

export interface TalkSpaceOptions extends VendorOptions<TelesocialProfile> {
  /**
   * Conferences that were open when the app quit, by Sidetone's ids. Those that are still open are shown
   * again.
   */
  readonly leftOpen?: readonly string[];
}

interface OpenTalkSpace {
  readonly poller: RosterPoller;
  /** Where it is recorded, if known. */
  readonly recordingId: string | undefined;
}

export type TalkSpaces = LinePort & Required<Pick<LinePort, 'startConference'>>;

/**
 * Telesocial TalkSpaces (`docs/conformance/telesocial.md`). The service sends no notifications: open TalkSpaces are
 * polled, and nothing is requested while none is open.
 */
export function createTalkSpaces(options: TalkSpaceOptions): TalkSpaces {
  const { profile, agent, http, clock, listener, logger, random = Math.random } = options;
  const { isWatched = () => true } = options;
  const limiter = createRateLimiter({ minIntervalMs: MIN_INTERVAL_MS, clock });
  const rateLimit = createRateLimitBackoff({ clock, limiter, random, onStart: noteRateLimit });
  const client = createTelesocialClient({ profile, agent, http, limiter, rateLimit, logger });
  const health = createConnectionHealth(listener);
  const open = new Map<string, OpenTalkSpace>();
  /** TalkSpaces that are not the result of an unanswered create. */
  const known = createKnownIds();
  let isListKnown = false;
  let isStarted = false;
  let search: UnansweredCreateSearch | undefined;
  /** How many creates are under way. */
  let creating = 0;
  const stopping = new AbortController();

  const probe = createProbe({ client, clock, random, logger, health, onList: remember });
  const ended = createEndedTalkSpaces({
    clock,
    fetchList: () => probe.trigger(),
    onOpen({ talkSpace, recordingId }) {
      recordings.cancel(toCallId(talkSpace.conferenceId));
      follow(talkSpace, recordingId);
    },
  });
  const recordings = createMediaWatch({ client, clock, listener, logger });
  const { keyOf } = createNumbers(agent.country);
  const perform = createTalkSpaceOperations({
    client,
    keyOf,
    clock,
    greetingId: profile.greetingId,
    find: (callId) => open.get(callId)?.poller,
    onEnded: end,
    onServiceFailure: () => probe.trigger(),
  });

  function remember(conferenceIds: readonly string[], sentAt: number): void {
    // During a create or a search, the list may already name the new one.
    if (search === undefined && creating === 0) {
      isListKnown = true;
      known.note(conferenceIds);
    }
    ended.handleList(conferenceIds, sentAt);
  }

  /** The list shows which of them have ended since the app quit. Where they are recorded is not stored. */
  function lookForLeftOpen(): void {
    for (const callId of options.leftOpen ?? []) {
      const conferenceId = toConferenceId(callId);
      if (conferenceId === undefined) continue;
      ended.add({ talkSpace: createTalkSpace(conferenceId), isStated: false }, -Infinity);
    }
  }

  function follow(talkSpace: TalkSpace, recordingId?: string): string {
    const callId = toCallId(talkSpace.conferenceId);
    known.note([talkSpace.conferenceId]);
    const poller = createRosterPoller({
      client,
      keyOf,
      clock,
      random,
      logger,
      isWatched,
      promisedMs,
      talkSpace,
      onFetched: (now) => report('call-fetched', now),
      onChange: (now) => report('call-seen', now),
      onEnded: () => end(callId, false),
      onList: ended.handleList,
      onServiceFailure: () => probe.trigger(),
      onBehind: (reason) => health.behind(callId, reason),
      onCaughtUp: () => health.caughtUp(callId),
    });
    health.watch(callId);
    open.set(callId, { poller, recordingId });
    if (!stopping.signal.aborted) poller.start();
    reportAll();
    return callId;
  }

  /** All share one rate limit, and a refresh takes two requests. */
  function promisedMs(): number {
    return maxRefreshDelayMs(isWatched(), (open.size - 1) * 2 * MIN_INTERVAL_MS);
  }

  function noteRateLimit(): void {
    if (rateLimit.isLong()) health.reportProblem('reconnecting', RATE_LIMITED);
    if (isStarted) probe.trigger();
  }

  function report(kind: 'call-seen' | 'call-fetched', talkSpace: TalkSpace): void {
    const call = toVendorCall(talkSpace, open.size > 1);
    // A late answer to an earlier request must not bring back a TalkSpace that has ended.
    if (open.has(call.id)) listener.onCallEvent({ kind, call });
  }

  /**
   * Whether people can be moved depends on how many are open. If a report fails because of a bug, the next
   * polls make up for it, so the change itself is kept.
   */
  function reportAll(): void {
    for (const { poller } of open.values()) {
      attempt(() => report('call-seen', poller.current()), onBug);
    }
  }

  function end(callId: string, isStated: boolean): void {
    const last = open.get(callId);
    if (last === undefined) return;
    const { poller, recordingId } = last;
    // Reported once, so its entry is removed only afterwards.
    listener.onCallEvent({ kind: 'call-ended', callId, isStated });
    open.delete(callId);
    ended.add({ talkSpace: poller.current(), recordingId, isStated }, clock.elapsed());
    void poller.stop();
    if (recordingId !== undefined && !stopping.signal.aborted)
      recordings.begin(callId, recordingId);
    attempt(() => health.unwatch(callId), onBug);
    reportAll();
  }

  function onBug(error: unknown): void {
    reportBug(logger, 'telesocial report', error);
  }

  async function openTalkSpace(media: StartChoice): Promise<Outcome<{ readonly callId: string }>> {
    if (!isListKnown && !rateLimit.isLong()) {
      const list = await requestList();
      if (list.kind !== 'done' && stopping.signal.aborted) return withoutDetails(list);
    }
    const greetingId = media.greetingId ?? profile.greetingId;
    const recordingId = media.recordingId ?? profile.recordingId;
    creating += 1;
    const reply = await client.create({ greetingId, recordingId }).finally(() => {
      creating -= 1;
    });
    if (reply.kind === 'done') {
      const callId = follow(startOf(reply.value.conferenceId), recordingId);
      return { kind: 'done', value: { callId } };
    }
    if (isAboutService(reply)) probe.trigger();
    if (reply.kind === 'unknown' && isListKnown) beginSearch(recordingId);
    return withoutDetails(reply);
  }

  /** Without the list, an unanswered create could not be found later. */
  async function requestList(): Promise<Reply<readonly string[]>> {
    const startedAt = clock.elapsed();
    for (;;) {
      const sentAt = clock.elapsed();
      const list = await client.listActive(stopping.signal);
      if (list.kind === 'done') remember(list.value, sentAt);
      const isWorthRepeating = list.kind === 'unknown' && !stopping.signal.aborted;
      if (!isWorthRepeating || clock.elapsed() - startedAt >= LIST_TIMEOUT_MS) return list;
    }
  }

  /** The leader is called first. */
  function startOf(conferenceId: string): TalkSpace {
    const { networkId } = agent;
    const talkSpace = createTalkSpace(conferenceId);
    return networkId === undefined
      ? talkSpace
      : withCalled(talkSpace, networkId, false, clock.elapsed());
  }

  function beginSearch(recordingId: string | undefined): void {
    const { networkId } = agent;
    if (networkId === undefined || stopping.signal.aborted) return;
    void search?.stop();
    search = searchUnansweredCreate({
      client,
      clock,
      random,
      logger,
      networkId,
      isKnown: (conferenceId) => open.has(toCallId(conferenceId)) || known.has(conferenceId),
      onDone: (found) => {
        search = undefined;
        logger.info('searched for the TalkSpace of an unanswered create', { ...found });
        if (found === undefined) return;
        follow(createTalkSpace(found.conferenceId, found.participants), recordingId);
      },
    });
  }

  return {
    start() {
      isStarted = true;
      lookForLeftOpen();
      probe.trigger();
      listener.onConnection('connecting');
    },
    refresh() {
      if (!isStarted) return;
      probe.trigger();
      for (const { poller } of open.values()) poller.refresh();
    },
    retry() {
      if (isStarted) probe.trigger();
    },
    startConference: openTalkSpace,
    isShownByRefresh,
    perform,
    async stop() {
      stopping.abort();
      ended.stop();
      const pollers = [...open.values()].map(({ poller }) => poller.stop());
      await Promise.all([probe.stop(), search?.stop(), recordings.stop(), ...pollers]);
      await http.close();
    },
  };
}
