import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { createBackoff } from '../shared/backoff';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import { wasRefused } from '../shared/reply';
import type { TelesocialClient } from './client';

/** Attempts over about half a minute; one in which a request failed does not count. */
const MAX_ATTEMPTS = 5;
/** Attempts with a list, over about two minutes: the details of a stranger's TalkSpace may never be readable. */
const MAX_LISTS = 10;
/** How many unknown TalkSpaces each attempt examines. */
const MAX_DETAILS = 5;

export interface FoundTalkSpace {
  readonly conferenceId: string;
  /** Network IDs of those who are in it. */
  readonly participants: readonly string[];
}

export interface UnansweredCreateSearch {
  stop(): Promise<void>;
}

/**
 * Searches for the TalkSpace of a create request that was sent but not answered: it is active, was not
 * known before, and has the agent in it (who joins only by answering the telephone). If several match,
 * none is chosen: closing somebody else's TalkSpace would be worse than not showing the agent's.
 */
export function searchUnansweredCreate(options: {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly networkId: string;
  readonly isKnown: (conferenceId: string) => boolean;
  /** Called once, with undefined if nothing was found. */
  readonly onDone: (found?: FoundTalkSpace) => void;
}): UnansweredCreateSearch {
  const { client, clock, random, logger, networkId, isKnown, onDone } = options;
  const backoff = createBackoff({ minMs: 1_000, maxMs: 16_000, factor: 2, random });
  let attempts = 0;
  let lists = 0;
  let isDone = false;

  const repeater = createRepeater(
    clock,
    async (signal) => {
      if (isDone) return undefined;
      const found = await attempt(signal);
      if (signal.aborted) return undefined;
      const isWorthRepeating = attempts < MAX_ATTEMPTS && lists < MAX_LISTS;
      if (found.length === 0 && isWorthRepeating) return backoff.next();
      isDone = true;
      onDone(found.length === 1 ? found[0] : undefined);
      return undefined;
    },
    (error) => reportBug(logger, 'telesocial search', error),
  );

  async function attempt(signal: AbortSignal): Promise<FoundTalkSpace[]> {
    const found: FoundTalkSpace[] = [];
    const list = await client.listActive(signal);
    if (list.kind !== 'done') return found;
    lists += 1;
    let hasFailed = false;
    const unknown = list.value.filter((conferenceId) => !isKnown(conferenceId));
    for (const conferenceId of unknown.slice(0, MAX_DETAILS)) {
      const details = await client.fetchParticipants(conferenceId, signal);
      if (details.kind === 'done' && details.value.includes(networkId)) {
        found.push({ conferenceId, participants: details.value });
      }
      if (details.kind !== 'done' && !wasRefused(details)) hasFailed = true;
    }
    if (!hasFailed) attempts += 1;
    return found;
  }

  repeater.trigger();
  return { stop: () => repeater.stop() };
}
