import { fail, succeed } from '../../../contract/result';
import type { RecorderPort } from '../../calls/ports';
import type { VerbaProfile } from '../../settings/profile';
import { createConnectionReport } from '../shared/connection-report';
import { createGrowingPause } from '../shared/growing-pause';
import { createRepeater } from '../shared/repeater';
import { toFailedAnswer } from '../shared/reply';
import type { Failure, Reply } from '../shared/reply';
import type { VendorOptions } from '../shared/vendor-options';
import { createVerbaClient, isAboutSignIn, isAnswerOfVerba } from './client';
import { findKey, toRecording, toSelector } from './mapper';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** No call has this id: the answer shows that the service is there and takes the key. */
const NO_CALL = { callID: '00000000-0000-0000-0000-000000000000' };

/**
 * The Verba recorder (seed and vendor page): looks a call's recording up and deletes it, by the one
 * selector of the profile's match rule. It is asked only when there is something to ask.
 */
export function createRecorder(options: VendorOptions<VerbaProfile>): RecorderPort {
  const { profile, http, clock, listener, random = Math.random } = options;
  const { match } = profile;
  const client = createVerbaClient({ profile, http, clock });
  const report = createConnectionReport(listener);
  const pause = createGrowingPause({
    firstMs: FIRST_PAUSE_MS,
    longestMs: LONGEST_PAUSE_MS,
    factor: 2,
    random,
  });
  let isStarted = false;

  const probe = createRepeater(clock, async (signal) => {
    const reply: Reply<unknown> = await (client.signIn?.() ?? client.read('GetCallID', NO_CALL));
    if (signal.aborted) return undefined;
    if (reply.kind !== 'ok' && isAboutSignIn(reply)) {
      report('signed-out', reply.error);
      return undefined;
    }
    if (reply.kind !== 'ok' && !isAnswerOfVerba(reply)) {
      report('error', reply.error);
      return pause.next();
    }
    pause.reset();
    report('connected');
    return undefined;
  });

  /** The connection may be the cause: find out, and say so in its own place. */
  function suspect(failure: Failure): void {
    if (failure.kind !== 'refused' || failure.status >= 500) probeNow();
  }

  function probeNow(): void {
    if (isStarted) probe.poke();
  }

  return {
    start() {
      isStarted = true;
      report('connecting');
      probe.poke();
    },
    refresh: probeNow,
    retry: probeNow,
    canMatch: (keys) => findKey(match, keys) !== undefined,
    async lookUp(keys) {
      const key = findKey(match, keys);
      if (key === undefined) return fail({ code: 'not-found', vendor: 'verba' });
      const reply = await client.read('GetCallInformation', toSelector(match, key));
      if (reply.kind !== 'ok') {
        suspect(reply);
        return fail(reply.error);
      }
      const [record, second] = reply.value.records;
      if (record === undefined) return fail({ code: 'not-found', vendor: 'verba' });
      if (second !== undefined) return fail({ code: 'ambiguous', vendor: 'verba' });
      return succeed(toRecording(record));
    },
    async delete(keys, recording) {
      const key = findKey(match, keys);
      if (key === undefined) {
        return { kind: 'refused', error: { code: 'not-found', vendor: 'verba' } };
      }
      // "The last call" of an extension may be another one a moment later than the agent looked it
      // up, so what was looked up is what is deleted.
      const selector =
        match.by === 'extension' && recording?.recordingId !== undefined
          ? { callID: recording.recordingId }
          : toSelector(match, key);
      const reply = await client.change('DeleteCall', selector);
      if (reply.kind !== 'ok') {
        suspect(reply);
        return toFailedAnswer(reply);
      }
      return {
        kind: 'accepted',
        value: recording?.isOngoing === true ? 'marked-for-deletion' : 'deleted',
      };
    },
    async stop() {
      // A sign-in under way ends with its connection, and the probe with it.
      const stopped = probe.stop();
      await http.close();
      await stopped;
    },
  };
}
