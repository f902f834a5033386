import type { Clock } from '../../calls/clock';
import type { Logger } from '../../log/logger';
import { createGrowingPause } from '../shared/growing-pause';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import type { Repeater } from '../shared/repeater';
import type { TelesocialClient } from './client';
import type { Standing } from './standing';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** The statuses of a list request that are about its one credential, the application key. */
const KEY_REFUSED = new Set([400, 401, 403]);

/**
 * Finds out, by the one request that changes nothing, whether the service is there and takes the
 * application key; asks again, ever more rarely, while it is not there. A service that does not offer
 * the list, which is known from an SDK alone, is there all the same.
 */
export function createProbe(options: {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly standing: Standing;
  readonly onList: (conferenceIds: readonly string[]) => void;
}): Repeater {
  const { client, clock, random, logger, standing, onList } = options;
  const pause = createGrowingPause({
    firstMs: FIRST_PAUSE_MS,
    longestMs: LONGEST_PAUSE_MS,
    factor: 2,
    random,
  });

  async function probe(signal: AbortSignal): Promise<number | undefined> {
    const reply = await client.listActive(signal);
    if (signal.aborted) return undefined;
    if (reply.kind === 'refused' && KEY_REFUSED.has(reply.status)) {
      standing.trouble('signed-out', { ...reply.error, code: 'wrong-credentials' });
      return undefined;
    }
    // Asked again when the pause that the service wants is over, which pokes.
    if (reply.kind === 'refused' && reply.status === 429) return undefined;
    if (reply.kind === 'ok' || (reply.kind === 'refused' && reply.status < 500)) {
      if (reply.kind === 'ok') onList(reply.value);
      pause.reset();
      standing.there();
      return undefined;
    }
    standing.trouble('error', reply.error);
    return pause.next();
  }

  return createRepeater(clock, probe, (error) => {
    reportBug(logger, 'telesocial probe', error);
    standing.trouble('error', { code: 'internal', vendor: 'telesocial' });
  });
}
