import { expect, test } from 'vitest';
import { succeed } from '../../../contract/result';
import type { VendorListener, VendorPort } from '../../../main/calls/ports';
import { createCallStore } from '../../../main/calls/store';
import { createRuntime, type Runtime } from '../../../main/runtime/runtime';
import { checkProfile } from '../../../main/settings/parse-profile';
import type { VendorModule } from '../../../main/vendors/shared/vendor-module';
import { telephoneCall } from '../../support/calls';
import { createManualClock } from '../../support/manual-clock';
import { createMemoryLogger } from '../../support/memory-logger';

interface Fake {
  readonly module: VendorModule;
  readonly done: string[];
  listener?: VendorListener;
}

function fakeVendor(vendor: 'genesys' | 'verba', isBroken: boolean): Fake {
  const done: string[] = [];
  function act(what: string): void {
    if (isBroken) throw new Error(`a bug: ${what}`);
    done.push(what);
  }
  const port: VendorPort = {
    start: () => act('start'),
    refresh: () => act('refresh'),
    retry: () => act('retry'),
    stop: () => {
      act('stop');
      return Promise.resolve();
    },
  };
  const fake: Fake = {
    done,
    module: {
      vendor,
      isIn: () => true,
      describeLine: () => undefined,
      createClient: (_profile, { listener }) => {
        fake.listener = listener;
        return Promise.resolve({ port });
      },
      test: () => Promise.resolve(succeed(null)),
    },
  };
  return fake;
}

async function setUp(...fakes: readonly Fake[]) {
  const profile = checkProfile({ version: 1, agent: { name: 'Eta' } });
  if (!profile.ok) throw new Error(profile.mistakes.join());
  const clock = createManualClock();
  const store = createCallStore(clock);
  const errors: unknown[] = [];
  const runtime: Runtime = await createRuntime(profile.value, {
    store,
    clock,
    logger: createMemoryLogger(),
    modules: fakes.map(({ module }) => module),
    createId: () => 'command',
    onCommand: () => undefined,
    onError: (error) => errors.push(error),
  });
  return { runtime, store, errors };
}

test('a bug in one vendor does not prevent others from starting, reconnecting or stopping', async () => {
  const broken = fakeVendor('genesys', true);
  const other = fakeVendor('verba', false);
  const { runtime, errors } = await setUp(broken, other);
  runtime.start();
  runtime.renew();
  await runtime.stop();
  expect(other.done).toEqual(['start', 'refresh', 'stop']);
  expect(errors).toHaveLength(3);
});

test('a vendor whose client cannot be loaded shows an error, and the others are started', async () => {
  const broken = fakeVendor('genesys', false);
  const other = fakeVendor('verba', false);
  const createClient = () => Promise.reject(new Error('Cannot find module'));
  const { runtime, store } = await setUp(
    { ...broken, module: { ...broken.module, createClient } },
    other,
  );
  runtime.start();
  await runtime.stop();
  expect(other.done).toEqual(['start', 'stop']);
  expect(store.getState().connections.get('genesys')).toMatchObject({
    state: 'error',
    reason: { code: 'internal', vendor: 'genesys' },
  });
});

test('reports of a stopped vendor are ignored, because the next profile may be in use', async () => {
  const late = fakeVendor('genesys', false);
  const { runtime, store } = await setUp(late);
  await runtime.stop();
  const { revision } = store.getState();
  late.listener?.onCallEvent({ kind: 'call-seen', call: telephoneCall('a') });
  late.listener?.onConnection('error');
  expect(store.getState().revision).toBe(revision);
});
