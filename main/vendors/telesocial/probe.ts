import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import type { Logger } from '../../log/logger';
import { createBackoff, MAX_DELAY_MS } from '../shared/backoff';
import { wasRefused } from '../shared/reply';
import type { Failure, Reply } from '../shared/reply';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import type { Repeater } from '../shared/repeater';
import type { TelesocialClient } from './client';
import type { ConnectionHealth } from './connection-health';

const MIN_DELAY_MS = 1_000;

/** Statuses with which the service rejects the application key, its only credential. */
const KEY_REFUSED = new Set([400, 401, 403]);
/** Statuses of a service without the list request, which only an SDK documents. */
const LIST_NOT_OFFERED = new Set([405, 501]);

/** Whether a failure may concern the application key, the address or the whole service. */
export function isAboutService(failure: Failure): boolean {
  if (!wasRefused(failure) || failure.status >= 500) return true;
  return KEY_REFUSED.has(failure.status) || failure.error.code === 'wrong-address';
}

/**
 * Checks, with the only request that changes nothing, whether the service is available and accepts the
 * application key. Retries with backoff while it is unavailable. An answer that is not in Telesocial's
 * format counts as unavailable.
 */
export function createProbe(options: {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly health: ConnectionHealth;
  /** `sentAt` is when the list was requested, on `clock.elapsed`. */
  readonly onList: (conferenceIds: readonly string[], sentAt: number) => void;
}): Repeater {
  const { client, clock, random, logger, health, onList } = options;
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
    // The next probe is triggered after the delay that the service asks for.
    if (wasRefused(reply) && reply.status === 429) return undefined;
    const error = findProbeError(reply);
    if (error === undefined) {
      if (reply.kind === 'done') onList(reply.value, sentAt);
      backoff.reset();
      health.reportAvailable();
      return undefined;
    }
    const isSignedOut = error.code === 'wrong-credentials';
    health.reportProblem(isSignedOut ? 'signed-out' : 'error', error);
    return isSignedOut ? undefined : backoff.next();
  }

  return createRepeater(clock, probe, (error) => {
    reportBug(logger, 'telesocial probe', error);
    health.reportProblem('error', { code: 'internal', vendor: 'telesocial' });
  });
}

/** Why the service cannot be used, by its answer to the list request; undefined if it can. */
export function findProbeError(reply: Reply<unknown>): AppError | undefined {
  if (wasRefused(reply) && KEY_REFUSED.has(reply.status)) {
    return { ...reply.error, code: 'wrong-credentials' };
  }
  return reply.kind === 'done' || isListNotOffered(reply) ? undefined : toReason(reply);
}

function isListNotOffered(failure: Failure): boolean {
  return (
    wasRefused(failure) && failure.isOfService === true && LIST_NOT_OFFERED.has(failure.status)
  );
}

/** The request names no TalkSpace or person, so a 404 means that the address is wrong. */
function toReason(failure: Failure): AppError {
  const isMissing = wasRefused(failure) && failure.status < 500;
  return isMissing ? { ...failure.error, code: 'wrong-address' } : failure.error;
}
