import { expect, test } from 'vitest';
import { createCallBook } from '../../../../main/vendors/genesys/call-book';
import { createDialer } from '../../../../main/vendors/genesys/dialer';
import { performOperation } from '../../../../main/vendors/genesys/operations';
import type { Session } from '../../../../main/vendors/genesys/session';
import {
  callSchema,
  deviceListSchema,
  envelopeSchema,
} from '../../../../main/vendors/genesys/wire';
import { toEndpoint } from '../../../../main/vendors/shared/endpoint';
import { createMemoryLogger } from '../../../support/memory-logger';

const HOSTILE = ['.', '..', '...', '%2e%2e', '../..', 'a/../..', '..;', '..?x', '..#x', '..\\..'];

test.each(HOSTILE)('an ID of %j stays one segment of the path', (id) => {
  const { pathname, search, hash } = toEndpoint('http://127.0.0.1/base/', ['calls', id, 'end']);
  expect(pathname).toMatch(/^\/base\/calls\/[^/\\]+\/end$/);
  expect([search, hash]).toEqual(['', '']);
});

test.each(HOSTILE)(
  'a request to Genesys with the call or device ID %j has no other target',
  async (id) => {
    const paths: string[] = [];
    const session: Session = {
      notificationsUrl: '',
      signIn: () => Promise.reject(new Error('not asked for')),
      fetchCalls: () => Promise.reject(new Error('not asked for')),
      fetchDevices: () =>
        Promise.resolve({
          kind: 'fetched',
          devices: deviceListSchema.parse({ devices: [{ id }] }).devices,
        }),
      operate(path) {
        paths.push(new URL(`http://127.0.0.1/api/v2${path}`).pathname);
        return Promise.resolve({ kind: 'done', value: envelopeSchema.parse({ statusCode: 0 }) });
      },
      exchange: () => Promise.reject(new Error('not asked for')),
      close: () => Promise.resolve(),
    };
    const parts = { session, onExpired: () => undefined };
    const book = createCallBook({ logger: createMemoryLogger(), agentExtension: undefined });
    const call = callSchema.parse({ id, state: 'Established', capabilities: ['Hold'] });
    book.record(call, () => undefined);
    await performOperation({ kind: 'hold', callId: `genesys:${id}` }, { book, ...parts });
    await createDialer(undefined).dial('15001', parts);
    expect(paths).toEqual([
      expect.stringMatching(/^\/api\/v2\/me\/calls\/[^/\\]+$/),
      expect.stringMatching(/^\/api\/v2\/me\/devices\/[^/\\]+\/calls$/),
    ]);
  },
);
