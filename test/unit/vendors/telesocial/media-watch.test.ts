import { expect, test } from 'vitest';
import type { CallEvent } from '../../../../main/calls/call-events';
import { createMediaWatch } from '../../../../main/vendors/telesocial/media-watch';
import { createManualClock } from '../../../support/manual-clock';
import { createMemoryLogger } from '../../../support/memory-logger';

test('it still waits for the recording if a bug occurs while reporting it as pending', async () => {
  const clock = createManualClock();
  const events: CallEvent[] = [];
  let hasFailed = false;
  const media = { url: 'https://media.example/1.mp3', bytes: 1 };
  const watch = createMediaWatch({
    client: { fetchMedia: () => Promise.resolve({ kind: 'done', value: media }) },
    clock,
    listener: {
      onConnection: () => undefined,
      onCallEvent(event) {
        if (hasFailed) events.push(event);
        else {
          hasFailed = true;
          throw new Error('a bug');
        }
      },
    },
    logger: createMemoryLogger(),
  });
  watch.begin('talkspace:1', 'm-1');
  await clock.fireNext();
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual([
    { kind: 'media-updated', callId: 'talkspace:1', media: { state: 'ready', ...media } },
  ]);
  await watch.stop();
  expect(clock.pending()).toEqual([]);
});
