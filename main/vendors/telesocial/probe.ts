import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { createBackoff, MAX_DELAY_MS } from '../shared/backoff';
import { wasRefused } from '../shared/reply';
import type { Failure } from '../shared/reply';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import type { Repeater } from '../shared/repeater';
import type { TelesocialClient } from './client';
import type { Standing } from './standing';

const MIN_DELAY_MS = 1_000;

/** What a request is answered when its one credential, the application key, is not accepted. */
const KEY_REFUSED = new Set([400, 401, 403]);
/** What a service answers that does not offer the list, which is known from an SDK alone. */
const LIST_NOT_OFFERED = new Set([405, 501]);

/** Whether a no may be about the application key, the address or the service: worth a look at them. */
export function isAboutService(failure: Failure): boolean {
  if (!wasRefused(failure) || failure.status >= 500) return true;
  return KEY_REFUSED.has(failure.status) || failure.error.code === 'wrong-address';
}

/**
 * Finds out, by the one request that changes nothing, whether the service is there and takes the
 * application key; asks again, ever more rarely, while it is not there. What is not said as Telesocial
 * says it shows no service.
 */
export function createProbe(options: {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly standing: Standing;
  /** `sentAt` is when the list was asked for, on `clock.elapsed`. */
  readonly onList: (conferenceIds: readonly string[], sentAt: number) => void;
}): Repeater {
  const { client, clock, random, logger, standing, onList } = options;
  const backoff = createBackoff({
    minMs: MIN_DELAY_MS,
    maxMs: MAX_DELAY_MS,
    factor: 2,
    random,
  });

  async function probe(signal: AbortSignal): Promise<number | undefined> {
    let sentAt = 0;
    const reply = await client.listActive(signal, () => {
      sentAt = clock.elapsed();
    });
    if (signal.aborted) return undefined;
    if (wasRefused(reply) && KEY_REFUSED.has(reply.status)) {
      standing.trouble('signed-out', { ...reply.error, code: 'wrong-credentials' });
      return undefined;
    }
    // Asked again after the delay that the service wants, which triggers it.
    if (wasRefused(reply) && reply.status === 429) return undefined;
    if (reply.kind === 'done' || isListNotOffered(reply)) {
      if (reply.kind === 'done') onList(reply.value, sentAt);
      backoff.reset();
      standing.there();
      return undefined;
    }
    standing.trouble('error', toReason(reply));
    return backoff.next();
  }

  return createRepeater(clock, probe, (error) => {
    reportBug(logger, 'telesocial probe', error);
    standing.trouble('error', { code: 'internal', vendor: 'telesocial' });
  });
}

function isListNotOffered(failure: Failure): boolean {
  return (
    wasRefused(failure) && failure.isOfService === true && LIST_NOT_OFFERED.has(failure.status)
  );
}

/** Nothing was asked for by a name or an id, so whatever is not found is the service. */
function toReason(failure: Failure): AppError {
  const isMissing = wasRefused(failure) && failure.status < 500;
  return isMissing ? { ...failure.error, code: 'wrong-address' } : failure.error;
}
