import type { AppError } from '../../../contract/errors';
import type { Outcome } from '../../../contract/outcome';
import type { LinePort, StartChoice } from '../../calls/ports';
import { createRateLimiter } from '../../http/rate-limiter';
import { createNumbers } from '../../numbers/numbers';
import type { TelesocialProfile } from '../../settings/profile';
import { createRateLimitBackoff, maxRefreshDelayMs } from '../shared/backoff';
import { withoutDetails, type Reply } from '../shared/reply';
import type { VendorOptions } from '../shared/vendor-options';
import { createTelesocialClient } from './client';
import { searchLostCreate } from './lost-create';
import type { LostCreateSearch } from './lost-create';
import { toCallId, toVendorCall } from './mapper';
import { createMediaWatch } from './media-watch';
import { createTalkSpaceOperations } from './operations';
import { createProbe, isAboutService } from './probe';
import { createRosterPoller } from './roster-poller';
import { isShownByRefresh } from './shown-by-refresh';
import type { RosterPoller } from './roster-poller';
import { createStanding } from './standing';
import { createTalkSpace, withCalled } from './talkspace';
import type { TalkSpace } from './talkspace';

/** However many TalkSpaces are open, what is read of them all stays below one request a second. */
const MIN_INTERVAL_MS = 1_000;

/** How soon after an end that was inferred the list is read once more, which may name it again. */
const SECOND_LOOK_MS = 3_000;

/** How often the list is requested before a TalkSpace is started without knowing those that exist. */
const MAX_LIST_ATTEMPTS = 4;

const RATE_LIMITED: AppError = { code: 'rate-limited', vendor: 'telesocial' };

export interface TalkSpaceOptions extends VendorOptions<TelesocialProfile> {
  /** Conferences that were open when the app last ended: those that still are, are shown again. */
  readonly leftOpen?: readonly string[];
}

interface OpenTalkSpace {
  readonly poller: RosterPoller;
  /** Where it is recorded, where that is known. */
  readonly recordingId: string | undefined;
}

interface EndedTalkSpace extends Pick<OpenTalkSpace, 'recordingId'> {
  readonly talkSpace: TalkSpace;
  /** On `clock.elapsed`. */
  readonly endedAt: number;
}

export type TalkSpaces = LinePort & Required<Pick<LinePort, 'startConference'>>;

/**
 * Telesocial TalkSpaces (vendor page, section 3). The service sends no notifications: an open TalkSpace is
 * read again and again, and nothing is asked while none is open.
 */
export function createTalkSpaces(options: TalkSpaceOptions): TalkSpaces {
  const { profile, agent, http, clock, listener, logger, random = Math.random } = options;
  const { isWatched = () => true } = options;
  const limiter = createRateLimiter({ minIntervalMs: MIN_INTERVAL_MS, clock });
  const rateLimit = createRateLimitBackoff({ clock, limiter, random, onStart: noteRateLimit });
  const client = createTelesocialClient({ profile, agent, http, limiter, rateLimit, logger });
  const standing = createStanding(listener);
  const open = new Map<string, OpenTalkSpace>();
  /** By their vendor's ids, as a later list may show that they go on. */
  const ended = new Map<string, EndedTalkSpace>();
  /** TalkSpaces that were there before, so that a lost one of ours can be distinguished from them. */
  const known = new Set<string>();
  const leftOpen = new Set(options.leftOpen);
  let cancelSecondLook: () => void = () => undefined;
  let isListKnown = false;
  let isStarted = false;
  let search: LostCreateSearch | undefined;
  /** Creates that are not answered yet. */
  let creating = 0;
  const stopping = new AbortController();

  const probe = createProbe({ client, clock, random, logger, standing, onList: remember });
  const recordings = createMediaWatch({ client, clock, listener, logger });
  const { keyOf } = createNumbers(agent.country);
  const perform = createTalkSpaceOperations({
    client,
    keyOf,
    clock,
    greetingId: profile.greetingId,
    find: (callId) => open.get(callId)?.poller,
    onEnded: (callId) => end(callId, true),
    onTrouble: () => probe.trigger(),
  });

  function remember(conferenceIds: readonly string[], sentAt: number): void {
    // While one is created or looked for, a list may name it, and it is not one that was there before.
    if (search === undefined && creating === 0) {
      isListKnown = true;
      for (const conferenceId of conferenceIds) known.add(conferenceId);
    }
    followWhatWasLeft(conferenceIds);
    resume(conferenceIds, sentAt);
  }

  /** What a list names that was asked for after its end has not ended. */
  function resume(active: readonly string[], sentAt: number): void {
    for (const conferenceId of active) {
      const last = ended.get(conferenceId);
      if (last === undefined || sentAt <= last.endedAt) continue;
      ended.delete(conferenceId);
      recordings.cancel(toCallId(conferenceId));
      follow(last.talkSpace, last.recordingId);
    }
  }

  /** Where they are recorded was forgotten with the app that started them. */
  function followWhatWasLeft(active: readonly string[]): void {
    const still = active.filter((conferenceId) => leftOpen.has(conferenceId));
    leftOpen.clear();
    for (const conferenceId of still) follow(createTalkSpace(conferenceId));
  }

  function follow(talkSpace: TalkSpace, recordingId?: string): string {
    const callId = toCallId(talkSpace.conferenceId);
    known.add(talkSpace.conferenceId);
    const poller = createRosterPoller({
      client,
      keyOf,
      clock,
      random,
      logger,
      isWatched,
      promisedMs,
      talkSpace,
      onRead: (now) => report('call-fetched', now),
      onChange: (now) => report('call-seen', now),
      onEnded: () => end(callId, false),
      onList: resume,
      onTrouble: () => probe.trigger(),
      onBehind: (reason) => standing.behind(callId, reason),
      onCaughtUp: () => standing.caughtUp(callId),
    });
    standing.watch(callId);
    open.set(callId, { poller, recordingId });
    if (!stopping.signal.aborted) poller.start();
    reportAll();
    return callId;
  }

  /** They share the requests, of which it takes two to know of one. */
  function promisedMs(): number {
    return maxRefreshDelayMs(isWatched(), (open.size - 1) * 2 * MIN_INTERVAL_MS);
  }

  function noteRateLimit(): void {
    if (rateLimit.isLong()) standing.trouble('reconnecting', RATE_LIMITED);
    if (isStarted) probe.trigger();
  }

  function report(kind: 'call-seen' | 'call-fetched', talkSpace: TalkSpace): void {
    const call = toVendorCall(talkSpace, open.size > 1);
    // What was asked before it ended, and is answered after that, would bring it back.
    if (open.has(call.id)) listener.onCallEvent({ kind, call });
  }

  /** Whether people can be moved out of one depends on the others. */
  function reportAll(): void {
    for (const { poller } of open.values()) report('call-seen', poller.current());
  }

  function end(callId: string, isStated: boolean): void {
    const last = open.get(callId);
    if (last === undefined) return;
    const { poller, recordingId } = last;
    // Reported only once, so nothing is forgotten before that.
    listener.onCallEvent({ kind: 'call-ended', callId, isStated });
    open.delete(callId);
    ended.set(poller.conferenceId, {
      talkSpace: poller.current(),
      recordingId,
      endedAt: clock.elapsed(),
    });
    void poller.stop();
    standing.forget(callId);
    reportAll();
    if (!isStated && !stopping.signal.aborted) {
      cancelSecondLook();
      cancelSecondLook = clock.after(SECOND_LOOK_MS, () => probe.trigger());
    }
    if (recordingId === undefined || stopping.signal.aborted) return;
    recordings.begin(callId, recordingId);
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

  /** Without the list a create that is not answered could never be found again. */
  async function requestList(): Promise<Reply<readonly string[]>> {
    for (let attempt = 1; ; attempt += 1) {
      const sentAt = clock.elapsed();
      const list = await client.listActive(stopping.signal);
      if (list.kind === 'done') remember(list.value, sentAt);
      if (list.kind !== 'unknown' || attempt === MAX_LIST_ATTEMPTS) return list;
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
    search = searchLostCreate({
      client,
      clock,
      random,
      logger,
      networkId,
      isKnown: (conferenceId) => known.has(conferenceId),
      onDone: (found) => {
        search = undefined;
        logger.info('searched the TalkSpace of a create that was not answered', { ...found });
        if (found === undefined) return;
        follow(createTalkSpace(found.conferenceId, found.participants), recordingId);
      },
    });
  }

  return {
    start() {
      isStarted = true;
      listener.onConnection('connecting');
      probe.trigger();
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
      cancelSecondLook();
      const pollers = [...open.values()].map(({ poller }) => poller.stop());
      await Promise.all([probe.stop(), search?.stop(), recordings.stop(), ...pollers]);
      await http.close();
    },
  };
}
