import type { AppError } from '../../../contract/errors';
import { notDone, type Outcome } from '../../../contract/outcome';
import type { Recording } from '../../../contract/recording';
import { fail, succeed } from '../../../contract/result';
import type { RecorderPort, VendorPort } from '../../calls/ports';
import { wasRefused, withoutDetails } from '../shared/reply';
import type { Reply } from '../shared/reply';
import type { TwilioClient } from './client';
import { isRunning, toRecording } from './mapper';
import type { Wait } from './wait';
import type { WireRecording } from './wire';

/** Delays before each fetch of a recording that may not have changed yet. */
const READ_DELAYS_MS = [0, 1_000, 2_000, 4_000];

const NOT_FOUND: AppError = { code: 'not-found', vendor: 'twilio' };
const NOT_ALLOWED = notDone({ code: 'not-allowed', vendor: 'twilio' });
const STILL_THERE: Outcome<never> = {
  kind: 'unknown',
  error: { code: 'no-answer', vendor: 'twilio' },
};
const DELETED = { kind: 'done', value: 'deleted' } as const;

type Deletion = Awaited<ReturnType<RecorderPort['perform']>>;

/**
 * The recordings that the service keeps of its conferences (doc:recording): lists and deletes them. They are
 * paused and stopped by the line, which shares its connection with this recorder: `port`.
 */
export function createRecorder(options: {
  readonly client: TwilioClient;
  readonly port: VendorPort;
  readonly wait: Wait;
  readonly stopping: AbortSignal;
  /** Converts a time of the service to this computer's clock. */
  readonly toLocal: (moment: number) => number;
}): RecorderPort {
  const { client, port, wait, stopping, toLocal } = options;

  /** Fetches a recording until it is as expected; returns the last answer. */
  async function fetchUntil(
    id: string,
    isExpected: (reply: Reply<WireRecording>) => boolean,
  ): Promise<Reply<WireRecording> | undefined> {
    let last: Reply<WireRecording> | undefined;
    for (const delay of READ_DELAYS_MS) {
      if (delay > 0) await wait(delay);
      if (stopping.aborted) return undefined;
      last = await client.fetchRecording(id, stopping);
      if (isExpected(last)) return last;
    }
    return last;
  }

  /** Stops a recording in progress. Returns the failure, if any. */
  async function stop(conferenceSid: string, id: string): Promise<Outcome<never> | undefined> {
    const reply = await client.updateRecording(conferenceSid, id, 'stopped');
    if (reply.kind === 'done' || hasEndedBefore(reply)) return undefined;
    if (reply.kind === 'failed') return withoutDetails(reply);
    // Sent once. Fetching shows whether it was done.
    const found = await fetchUntil(id, (read) => isNoLonger(read));
    if (found !== undefined && isNoLonger(found)) return undefined;
    return found?.kind === 'done'
      ? notDone({ code: 'not-done', vendor: 'twilio' })
      : withoutDetails(reply);
  }

  async function deleteRecording(
    conferenceSid: string,
    { recordingId: id, isOngoing }: Recording,
  ): Promise<Deletion> {
    if (id === undefined) return notDone(NOT_FOUND);
    const failure = isOngoing ? await stop(conferenceSid, id) : undefined;
    if (failure !== undefined) return failure;
    const reply = await client.deleteRecording(id);
    if (isMissing(reply)) return DELETED;
    if (reply.kind === 'failed' && isOngoing) {
      return notDone({ ...reply.error, code: 'only-stopped' });
    }
    if (reply.kind !== 'done') return withoutDetails(reply);
    // Only a "not found" means that it is gone.
    const found = await fetchUntil(id, isMissing);
    return found !== undefined && isMissing(found) ? DELETED : STILL_THERE;
  }

  return {
    ...port,
    vendor: 'twilio',
    line: 'twilio',
    canMatch: ({ conferenceSid }) => conferenceSid !== undefined,
    async lookUp({ conferenceSid }) {
      if (conferenceSid === undefined) return fail(NOT_FOUND);
      const reply = await client.listRecordings(conferenceSid, stopping);
      if (reply.kind !== 'done') return fail(reply.error);
      const found = reply.value.filter(({ status }) => status !== 'deleted');
      return found.length === 0
        ? fail(NOT_FOUND)
        : succeed(found.map((one) => toRecording(one, toLocal)));
    },
    async fetch(recordingId) {
      const reply = await client.fetchRecording(recordingId, stopping);
      return reply.kind === 'done' ? succeed(toRecording(reply.value, toLocal)) : fail(reply.error);
    },
    async perform(operation, { conferenceSid }, recording) {
      if (operation !== 'delete-call') return NOT_ALLOWED;
      // A recording that was never shown is not deleted.
      if (conferenceSid === undefined || recording === undefined) return notDone(NOT_FOUND);
      const outcome = await deleteRecording(conferenceSid, recording);
      port.refresh();
      return outcome;
    },
  };
}

/** The service has no such recording. */
function isMissing(reply: Reply<unknown>): boolean {
  return wasRefused(reply) && reply.status === 404 && reply.isOfService === true;
}

/** It is no longer in progress. */
function isNoLonger(reply: Reply<WireRecording>): boolean {
  return isMissing(reply) || (reply.kind === 'done' && !isRunning(reply.value));
}

/** It is gone, or cannot be stopped in its current state. */
function hasEndedBefore(reply: Reply<unknown>): boolean {
  return isMissing(reply) || (reply.kind === 'failed' && reply.error.code === 'gone');
}
