import type { Media } from '../../../contract/call-model';
import { attempt } from '../../calls/attempt';
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
/** Requests over about two and a half minutes. */
const MAX_ATTEMPTS = 5;

/** Waits for the recording of a TalkSpace that has ended. */
export interface MediaWatch {
  /** `mediaId` is where the TalkSpace is recorded. */
  begin(callId: string, mediaId: string): void;
  /** The TalkSpace has not ended after all. */
  cancel(callId: string): void;
  stop(): Promise<void>;
}

/**
 * The service creates the recording after the TalkSpace has ended and sends no notification (doc:create-conference,
 * doc:media-status), so its media ID is polled a few times. If the ID was used before, it may still hold
 * the old recording: nothing distinguishes the two.
 */
export function createMediaWatch(options: {
  readonly client: Pick<TelesocialClient, 'fetchMedia'>;
  readonly clock: Clock;
  readonly listener: VendorListener;
  readonly logger: Logger;
}): MediaWatch {
  const { client, clock, listener, logger } = options;
  const watches = new Map<string, Repeater>();

  function begin(callId: string, mediaId: string): void {
    let delayMs = MIN_DELAY_MS;
    let attempts = 0;

    function report(media: Media): void {
      listener.onCallEvent({ kind: 'media-updated', callId, media });
    }

    const watch = createRepeater(
      clock,
      async (signal) => {
        const reply = await client.fetchMedia(mediaId, signal);
        if (signal.aborted) return undefined;
        attempts += 1;
        const media = judge(reply, attempts >= MAX_ATTEMPTS);
        if (media === undefined) {
          delayMs *= DELAY_FACTOR;
          return delayMs;
        }
        report(media);
        watches.delete(callId);
        return undefined;
      },
      onBug,
    );

    watches.set(callId, watch);
    watch.begin(delayMs);
    attempt(() => report({ state: 'pending' }), onBug);
  }

  function onBug(error: unknown): void {
    reportBug(logger, 'telesocial media', error);
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

/** What to report, or undefined to try again. */
function judge(reply: Reply<WireMedia | undefined>, isLast: boolean): Media | undefined {
  if (reply.kind === 'done' && reply.value !== undefined) return { state: 'ready', ...reply.value };
  const isFinal = wasRefused(reply) && reply.status < 500 && reply.status !== 429;
  if (!isLast && !isFinal) return undefined;
  return { state: reply.kind === 'done' ? 'none' : 'unknown' };
}
