import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { createBackoff } from '../shared/backoff';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import { wasRefused } from '../shared/reply';
import type { TelesocialClient } from './client';

/** How often it is looked for, over about half a minute; where an answer fails, that does not count. */
const MAX_ATTEMPTS = 5;
/** How many unknown TalkSpaces are looked into at one reading. */
const MAX_DETAILS = 5;

export interface FoundTalkSpace {
  readonly conferenceId: string;
  /** Network IDs of those who are in it. */
  readonly participants: readonly string[];
}

export interface LostCreateSearch {
  stop(): Promise<void>;
}

/**
 * Looks for the TalkSpace of a create that was sent and not answered: active, unknown before, and
 * with the agent in it, who is in it only after having answered the telephone. Where more than one fits,
 * none is taken, for closing somebody else's would be worse than not showing one's own.
 */
export function searchLostCreate(options: {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly networkId: string;
  readonly isKnown: (conferenceId: string) => boolean;
  /** Called once, with nothing if the search failed. */
  readonly onDone: (found?: FoundTalkSpace) => void;
}): LostCreateSearch {
  const { client, clock, random, logger, networkId, isKnown, onDone } = options;
  const backoff = createBackoff({ minMs: 1_000, maxMs: 16_000, factor: 2, random });
  let readings = 0;

  let isDone = false;

  const repeater = createRepeater(
    clock,
    async (signal) => {
      if (isDone) return undefined;
      const found = await readOnce(signal);
      if (signal.aborted) return undefined;
      if (found.length === 0 && readings < MAX_ATTEMPTS) return backoff.next();
      isDone = true;
      onDone(found.length === 1 ? found[0] : undefined);
      return undefined;
    },
    (error) => reportBug(logger, 'telesocial search', error),
  );

  async function readOnce(signal: AbortSignal): Promise<FoundTalkSpace[]> {
    const found: FoundTalkSpace[] = [];
    const list = await client.listActive(signal);
    if (list.kind !== 'done') return found;
    let hasFailed = false;
    const unknown = list.value.filter((conferenceId) => !isKnown(conferenceId));
    for (const conferenceId of unknown.slice(0, MAX_DETAILS)) {
      const details = await client.readParticipants(conferenceId, signal);
      if (details.kind === 'done' && details.value.includes(networkId)) {
        found.push({ conferenceId, participants: details.value });
      }
      if (details.kind !== 'done' && !wasRefused(details)) hasFailed = true;
    }
    if (!hasFailed) readings += 1;
    return found;
  }

  repeater.trigger();
  return { stop: () => repeater.stop() };
}
