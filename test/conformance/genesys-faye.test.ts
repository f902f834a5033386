import { NodeAdapter } from 'faye';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../main/time/system-clock';
import { createHttpClient } from '../../main/http/undici-client';
import {
  createGenesysTelephony,
  type GenesysTelephony,
} from '../../main/vendors/genesys/genesys-telephony';
import { startGwsServer } from '../support/gws-server';
import type { GwsServer } from '../support/gws-server';
import { removedParticipantNotification } from '../support/genesys-samples';
import { createMemoryLogger } from '../support/memory-logger';
import { createTelephonyRecorder } from '../support/telephony-recorder';
import type { TelephonyRecorder } from '../support/telephony-recorder';

const CALL = removedParticipantNotification.data.call;

let bayeux: NodeAdapter;
let server: GwsServer;
let recorder: TelephonyRecorder;
let telephony: GenesysTelephony;
let handshakes: number;

/** A second Bayeux implementation, in which unknown clients get 401 and replies precede events. */
function createBayeux(): NodeAdapter {
  const adapter = new NodeAdapter({ mount: '/api/v2/notifications', timeout: 1 });
  adapter.addExtension({
    incoming(message, request, callback) {
      if (request !== null && message.channel === '/meta/handshake') handshakes += 1;
      callback(message);
    },
  });
  return adapter;
}

beforeEach(async () => {
  handshakes = 0;
  bayeux = createBayeux();
  server = await startGwsServer((request, response) => bayeux.handle(request, response));
  recorder = createTelephonyRecorder();
  const logger = createMemoryLogger();
  telephony = createGenesysTelephony({
    profile: { baseUrl: server.baseUrl, userName: 'eta', password: 'hush', session: 'attach' },
    agent: { name: 'Eta' },
    createHttp: () => createHttpClient({ vendor: 'genesys', logger, withCookies: true }),
    clock: systemClock,
    listener: recorder,
    logger,
    random: () => 0,
  });
});

afterEach(async () => {
  await telephony.stop();
  bayeux.close();
  await server.close();
});

test('notifications from a Faye server arrive', async () => {
  telephony.start();
  await recorder.whenConnection('connected');
  await bayeux.getClient().publish('/v2/me/calls', removedParticipantNotification.data);
  const call = await recorder.whenCall(({ reference }) => reference === CALL.id);
  expect(call.state).toBe('established');
  expect(handshakes).toBe(1);
});

test('after a Faye server lost the client, there is one new handshake, and the calls are fetched', async () => {
  telephony.start();
  await recorder.whenConnection('connected');
  bayeux.close();
  server.calls = [CALL];
  bayeux = createBayeux();
  handshakes = 0;

  await recorder.whenConnection('reconnecting', 'session-expired');
  await recorder.whenConnection('connected');
  expect(recorder.calls().map(({ reference }) => reference)).toEqual([CALL.id]);
  expect(handshakes).toBe(1);

  await bayeux.getClient().publish('/v2/me/calls', {
    ...removedParticipantNotification.data,
    call: { ...CALL, mute: 'On' },
  });
  await recorder.whenCall(({ isMuted }) => isMuted);
});
