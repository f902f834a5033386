import type { Answer, TalkSpacePort } from '../../calls/ports';
import type { TelesocialProfile } from '../../settings/profile';
import { toFailedAnswer } from '../shared/reply';
import type { VendorOptions } from '../shared/vendor-options';
import { createTelesocialClient } from './client';
import { searchLostCreate } from './lost-create';
import type { LostCreateSearch } from './lost-create';
import { toCallId, toVendorCall } from './mapper';
import type { TalkSpace } from './mapper';
import { createProbe } from './probe';
import { createRosterPoller } from './roster-poller';
import type { RosterPoller } from './roster-poller';

export interface TalkSpaceOptions extends VendorOptions<TelesocialProfile> {
  /** Conferences that were open when the app last ended: those that still are, are shown again. */
  readonly leftOpen?: readonly string[];
}

interface OpenTalkSpace {
  readonly conferenceId: string;
  readonly poller: RosterPoller;
}

/**
 * Telesocial TalkSpaces (vendor page, section 3). The service sends no news: an open TalkSpace is
 * read again and again, and nothing is asked while none is open.
 */
export function createTalkSpaces(options: TalkSpaceOptions): TalkSpacePort {
  const { agent, http, clock, listener, logger, random = Math.random } = options;
  const { isWatched = () => true } = options;
  const client = createTelesocialClient(options);
  const open = new Map<string, OpenTalkSpace>();
  /** TalkSpaces that were there before, so that a lost one of ours can be told from them. */
  const known = new Set<string>();
  const leftOpen = new Set(options.leftOpen);
  let isListKnown = false;
  let isStarted = false;
  let search: LostCreateSearch | undefined;
  const stopping = new AbortController();

  const probe = createProbe({ client, clock, random, listener, onList: remember });

  function remember(conferenceIds: readonly string[]): void {
    // While a lost one is looked for, a list may name it, and it is not one that was there before.
    if (search !== undefined) return;
    isListKnown = true;
    for (const conferenceId of conferenceIds) known.add(conferenceId);
    followWhatWasLeft(conferenceIds);
  }

  function followWhatWasLeft(active: readonly string[]): void {
    const still = active.filter((conferenceId) => leftOpen.has(conferenceId));
    leftOpen.clear();
    for (const conferenceId of still) follow({ conferenceId, joined: [], calling: undefined });
  }

  function follow(talkSpace: TalkSpace): string {
    const { conferenceId } = talkSpace;
    const callId = toCallId(conferenceId);
    known.add(conferenceId);
    const poller = createRosterPoller({
      client,
      clock,
      random,
      isWatched,
      talkSpace,
      onChange: tell,
      onEnded: () => end(callId),
      onTrouble: () => probe.poke(),
    });
    open.set(callId, { conferenceId, poller });
    tell(talkSpace);
    if (!stopping.signal.aborted) poller.start();
    return callId;
  }

  function tell(talkSpace: TalkSpace): void {
    listener.onCallEvent({ kind: 'call-seen', call: toVendorCall(talkSpace) });
  }

  function end(callId: string): void {
    const ended = open.get(callId);
    if (ended === undefined) return;
    open.delete(callId);
    void ended.poller.stop();
    listener.onCallEvent({ kind: 'call-ended', callId });
  }

  async function openTalkSpace(): Promise<Answer<{ readonly callId: string }>> {
    if (!isListKnown) {
      // Without it a create that is not answered could never be found again.
      const list = await client.listActive(stopping.signal);
      if (list.kind === 'ok') remember(list.value);
    }
    const reply = await client.create();
    if (reply.kind === 'ok') {
      const { conferenceId } = reply.value;
      return { kind: 'accepted', value: { callId: follow(startOf(conferenceId)) } };
    }
    if (reply.kind !== 'refused') probe.poke();
    if (reply.kind === 'unknown' && isListKnown) beginSearch();
    return toFailedAnswer(reply);
  }

  function startOf(conferenceId: string): TalkSpace {
    return { conferenceId, joined: [], calling: agent.networkId };
  }

  function beginSearch(): void {
    const { networkId } = agent;
    if (networkId === undefined || stopping.signal.aborted) return;
    void search?.stop();
    search = searchLostCreate({
      client,
      clock,
      random,
      networkId,
      isKnown: (conferenceId) => known.has(conferenceId),
      onDone: (found) => {
        search = undefined;
        logger.info('searched the TalkSpace of a create that was not answered', { ...found });
        if (found === undefined) return;
        const { conferenceId, participants } = found;
        follow({ conferenceId, joined: participants, calling: undefined });
      },
    });
  }

  async function close(callId: string): Promise<Answer> {
    const target = open.get(callId);
    if (target === undefined) {
      return { kind: 'refused', error: { code: 'gone', vendor: 'telesocial' } };
    }
    const reply = await client.close(target.conferenceId);
    if (reply.kind === 'ok') {
      end(callId);
      return { kind: 'accepted', value: null };
    }
    if (reply.kind === 'refused' && reply.status === 404) {
      end(callId);
      return { kind: 'refused', error: { ...reply.error, code: 'gone' } };
    }
    if (reply.kind === 'unknown') target.poller.verifyClosing();
    return toFailedAnswer(reply);
  }

  return {
    start() {
      isStarted = true;
      listener.onConnection('connecting');
      probe.poke();
    },
    refresh() {
      if (!isStarted) return;
      probe.poke();
      for (const { poller } of open.values()) poller.refresh();
    },
    retry() {
      if (isStarted) probe.poke();
    },
    open: openTalkSpace,
    close,
    async stop() {
      stopping.abort();
      const pollers = [...open.values()].map(({ poller }) => poller.stop());
      await Promise.all([probe.stop(), search?.stop(), ...pollers]);
      await http.close();
    },
  };
}
