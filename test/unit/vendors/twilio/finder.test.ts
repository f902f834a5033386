import { expect, test } from 'vitest';
import type { CallFilter, TwilioClient } from '../../../../main/vendors/twilio/client';
import { findConference } from '../../../../main/vendors/twilio/finder';

const { signal } = new AbortController();

/** An account whose conferences are in progress, newest first, and the one that the agent is in. */
function setUp(count: number) {
  const account = {
    running: Array.from({ length: count }, (_, index) => `CF${index}`),
    mine: undefined as string | undefined,
    failing: undefined as string | undefined,
    probed: [] as string[],
  };
  const find = findConference(
    {
      listCalls: ({ to }: CallFilter) =>
        Promise.resolve({ kind: 'done', value: to === undefined ? [] : [{ sid: 'CA1' }] }),
      listConferences: () =>
        Promise.resolve({ kind: 'done', value: account.running.map((sid) => ({ sid })) }),
      fetchParticipant: (sid: string) => {
        account.probed.push(sid);
        if (sid === account.failing) {
          return Promise.resolve({ kind: 'unknown', error: { code: 'vendor-unavailable' } });
        }
        return Promise.resolve(
          sid === account.mine
            ? { kind: 'done', value: { call_sid: 'CA1' } }
            : {
                kind: 'failed',
                status: 404,
                isOfService: true,
                error: { code: 'not-found', vendor: 'twilio' },
              },
        );
      },
    } as Partial<TwilioClient> as TwilioClient,
    '+14155550115',
    undefined,
  );
  async function search() {
    account.probed = [];
    const reply = await find(signal);
    return reply.kind === 'done' ? reply.value : reply.kind;
  }
  return { account, search };
}

test('the oldest of many conferences is found, with a few checks in each search', async () => {
  const { account, search } = setUp(60);
  account.mine = 'CF59';
  for (let searches = 1; searches < 12; searches += 1) {
    expect(await search()).toEqual({ sid: undefined, probes: 5 });
    expect(account.probed).toHaveLength(5);
  }
  expect(await search()).toMatchObject({ sid: 'CF59' });
});

test('a new conference is checked first, and then those that were checked the longest time ago', async () => {
  const { account, search } = setUp(7);
  await search();
  expect(account.probed).toEqual(['CF0', 'CF1', 'CF2', 'CF3', 'CF4']);
  account.running = ['new', ...account.running.filter((sid) => sid !== 'CF1')];
  await search();
  expect(account.probed).toEqual(['new', 'CF5', 'CF6', 'CF0', 'CF2']);
  // The agent joins one that was checked before.
  account.mine = 'CF5';
  expect(await search()).toMatchObject({ sid: 'CF5' });
});

test('a conference whose check always fails does not keep the others from being checked', async () => {
  const { account, search } = setUp(3);
  account.failing = 'CF0';
  account.mine = 'CF2';
  expect(await search()).toBe('unknown');
  expect(await search()).toMatchObject({ sid: 'CF2' });
});
