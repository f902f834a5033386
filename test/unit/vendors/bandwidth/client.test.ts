import { expect, it } from 'vitest';
import type { HttpClient, HttpOutcome } from '../../../../main/http/http-client';
import { createRateLimiter } from '../../../../main/http/rate-limiter';
import { createServerClock } from '../../../../main/http/server-clock';
import { createBandwidthClient } from '../../../../main/vendors/bandwidth/client';
import { createRateLimitBackoff } from '../../../../main/vendors/shared/backoff';
import { createManualClock } from '../../../support/manual-clock';
import { createMemoryLogger } from '../../../support/memory-logger';
import { settle } from '../../../support/service-harness';

it('the next request is sent a second after the answer to a command, which may have been delayed on its way', async () => {
  const clock = createManualClock();
  const limiter = createRateLimiter({ minIntervalMs: 1_000, clock });
  const logger = createMemoryLogger();
  let answer: (outcome: HttpOutcome) => void = () => undefined;
  const http: HttpClient = {
    request: () => new Promise((resolve) => (answer = resolve)),
    close: () => Promise.resolve(),
  };
  const never = new AbortController().signal;
  const client = createBandwidthClient({
    profile: {
      baseUrl: 'https://api.example.com',
      userId: 'u-1',
      apiToken: 't-1',
      apiSecret: 'hush-1',
    },
    http,
    clock,
    limiter,
    stopping: never,
    rateLimit: createRateLimitBackoff({
      clock,
      limiter,
      random: () => 0,
      onStart: () => undefined,
    }),
    serverClock: createServerClock(clock),
    logger,
  });
  const sentAt = clock.elapsed();
  const muting = client.updateConference('conf-1', { mute: true });
  await settle();
  clock.advance(900);
  answer({ kind: 'done', value: { status: 200, headers: {}, text: '' } });
  expect(await muting).toEqual({ kind: 'done', value: null });
  const turn = client.awaitTurn(never).then(() => clock.elapsed() - sentAt);
  while (clock.pending().length > 0) {
    await clock.fireNext();
    await settle();
  }
  expect(await turn).toBe(1_900);
});
