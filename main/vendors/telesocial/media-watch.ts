import type { Media } from '../../../contract/call-model';
import type { Clock } from '../../time/clock';
import type { VendorListener } from '../../calls/ports';
import type { Logger } from '../../log/logger';
import { wasRefused } from '../shared/reply';
import type { Reply } from '../shared/reply';
import { createRepeater } from '../shared/repeater';
import type { Repeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import type { TelesocialClient } from './client';
import type { WireMedia } from './wire';

const MIN_DELAY_MS = 5_000;
const DELAY_FACTOR = 2;
/** So often the service is asked, over some two and a half minutes. */
const MAX_ATTEMPTS = 5;

/** Finds out, after the end of a TalkSpace, what became of its recording. */
export interface MediaWatch {
  /** `mediaId` is where the TalkSpace was to be recorded. */
  begin(callId: string, mediaId: string): void;
  /** The TalkSpace goes on. */
  cancel(callId: string): void;
  stop(): Promise<void>;
}

/**
 * The service makes the recording when the TalkSpace has ended, without a notification (vendor page, 3.9 and
 * section 5), so its media ID is asked for a few times. An ID that was recorded to before may
 * still hold the old recording: nothing distinguishes the two.
 */
export function createMediaWatch(options: {
  readonly client: TelesocialClient;
  readonly clock: Clock;
  readonly listener: VendorListener;
  readonly logger: Logger;
}): MediaWatch {
  const { client, clock, listener, logger } = options;
  const watches = new Map<string, Repeater>();

  function begin(callId: string, mediaId: string): void {
    let pauseMs = MIN_DELAY_MS;
    let readings = 0;

    function report(media: Media): void {
      listener.onCallEvent({ kind: 'media-updated', callId, media });
    }

    const watch = createRepeater(
      clock,
      async (signal) => {
        const reply = await client.readMedia(mediaId, signal);
        if (signal.aborted) return undefined;
        readings += 1;
        const media = judge(reply, readings >= MAX_ATTEMPTS);
        if (media === undefined) {
          pauseMs *= DELAY_FACTOR;
          return pauseMs;
        }
        report(media);
        watches.delete(callId);
        return undefined;
      },
      (error) => reportBug(logger, 'telesocial media', error),
    );

    watches.set(callId, watch);
    report({ state: 'pending' });
    watch.begin(pauseMs);
  }

  return {
    begin,
    cancel(callId) {
      void watches.get(callId)?.stop();
      watches.delete(callId);
    },
    async stop() {
      await Promise.all([...watches.values()].map((watch) => watch.stop()));
    },
  };
}

/** What to report; undefined if it is worth asking again. */
function judge(reply: Reply<WireMedia | undefined>, isLast: boolean): Media | undefined {
  if (reply.kind === 'done' && reply.value !== undefined) return { state: 'ready', ...reply.value };
  const isFinal = wasRefused(reply) && reply.status < 500 && reply.status !== 429;
  if (!isLast && !isFinal) return undefined;
  return { state: reply.kind === 'done' ? 'none' : 'unknown' };
}
