import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../../main/vendors/shared/reply';
import { createTokenSource } from '../../../../main/vendors/verba/token-source';
import { createManualClock } from '../../../support/manual-clock';

const MINUTE = 60_000;

function source() {
  const clock = createManualClock();
  let asked = 0;
  const tokens = createTokenSource({
    clock,
    request: () => Promise.resolve<Reply<string>>({ kind: 'done', value: `token-${(asked += 1)}` }),
  });
  return { clock, tokens };
}

describe('createTokenSource', () => {
  it('requests one token for all callers, and uses it for fifty minutes', async () => {
    const { clock, tokens } = source();
    const both = await Promise.all([tokens.get(), tokens.get()]);
    expect(both).toEqual([
      { kind: 'done', value: 'token-1' },
      { kind: 'done', value: 'token-1' },
    ]);
    clock.advance(50 * MINUTE - 1);
    expect(await tokens.get()).toEqual({ kind: 'done', value: 'token-1' });
    clock.advance(1);
    expect(await tokens.get()).toEqual({ kind: 'done', value: 'token-2' });
  });

  it('drops a refused token, but not a newer one', async () => {
    const { tokens } = source();
    await tokens.get();
    tokens.forget('token-1');
    expect(await tokens.get()).toEqual({ kind: 'done', value: 'token-2' });
    tokens.forget('token-1');
    expect(await tokens.get()).toEqual({ kind: 'done', value: 'token-2' });
  });

  it('requests a new token after a failure', async () => {
    let isWell = false;
    const tokens = createTokenSource({
      clock: createManualClock(),
      request: () =>
        Promise.resolve<Reply<string>>(
          isWell
            ? { kind: 'done', value: 'good' }
            : { kind: 'failed', error: { code: 'no-route' } },
        ),
    });
    expect(await tokens.get()).toMatchObject({ kind: 'failed' });
    isWell = true;
    expect(await tokens.get()).toEqual({ kind: 'done', value: 'good' });
  });
});
