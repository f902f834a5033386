import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/simulator';
import { removedParticipantNotification } from '../support/genesys-samples';
import {
  disconnect,
  SimulatedAgent,
  subscribe,
  createStockClient,
} from '../support/simulated-agent';

const CALL_ID = '01RCC3N118B1V0SL8O7GK2LAES00000O';

/** A notification with its capabilities sorted. */
const inOrder = z.looseObject({
  data: z.looseObject({
    call: z.looseObject({
      capabilities: z.array(z.string()).transform((names) => names.sort()),
    }),
  }),
});

let simulator: Simulator;
const closing: (() => Promise<void>)[] = [];

async function start(options: SimulatorOptions = {}): Promise<void> {
  simulator = await startSimulator(options);
  closing.push(() => simulator.close());
}

async function connect(channel?: string) {
  const connection = await subscribe(simulator, channel);
  closing.unshift(() => disconnect(connection.client));
  return connection;
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  vi.unstubAllGlobals();
});

describe('the simulated notifications, with the stock CometD client', () => {
  test('report a removal exactly as documented by the vendor', async () => {
    let now = Date.UTC(2016, 2, 25);
    await start({
      now: () => now,
      genesys: {
        externalOrigin: 'http://127.0.0.1:8080',
        hasMuteCall: false,
        hasClearCall: false,
        hasRecording: false,
      },
    });
    const { agent, inbox } = await connect();
    simulator.genesys.arrive({
      id: CALL_ID,
      connId: '0071027198180018',
      from: '15001',
      others: [{ number: '15002' }],
      dnis: '15001',
      state: 'Established',
      isOwner: true,
    });
    await inbox.next();
    now += 43_500;

    const answer = await agent.post(`/api/v2/me/calls/${CALL_ID}`, {
      operationName: 'RemoveParticipantFromConference',
      participant: '15001',
    });

    expect(await answer.json()).toEqual({ statusCode: 0 });
    // The order of capabilities is undefined; everything else must be equal, field by field.
    expect(inOrder.parse(await inbox.next())).toEqual(
      inOrder.parse(removedParticipantNotification),
    );
  });

  test('reach a wildcard subscription only once', async () => {
    await start();
    const { inbox } = await connect('/v2/me/*');
    simulator.genesys.arrive({ from: '15001', alias: 'one' });
    simulator.genesys.release('one');

    expect((await inbox.next()).data).toMatchObject({ call: { state: 'Ringing' } });
    expect((await inbox.next()).data).toMatchObject({ call: { state: 'Released' } });
    expect(inbox.size).toBe(0);
  });

  test('continue after the server lost the session, once the client has shaken hands again', async () => {
    await start();
    const { client, inbox } = await connect();
    // The client's own handshake callback, which subscribes, runs at each handshake.
    const isSubscribedAgain = new Promise<unknown>((resolve) => {
      client.addListener('/meta/subscribe', resolve);
    });

    simulator.genesys.loseBayeuxSession();
    await isSubscribedAgain;
    simulator.genesys.arrive({ from: '15001' });

    expect((await inbox.next()).data).toMatchObject({ call: { state: 'Ringing' } });
  });

  test('are refused without a signed-in HTTP session', async () => {
    await start();
    const client = createStockClient(new SimulatedAgent(simulator), simulator.origin);
    const reply = await new Promise<{ successful?: boolean; failure?: unknown }>((resolve) => {
      client.handshake(resolve);
    });
    await disconnect(client);

    expect(reply).toMatchObject({ successful: false, failure: { httpCode: 403 } });
  });

  test.each([
    ['lost-notification', ['Established']],
    ['duplicate-notification', ['Ringing', 'Ringing', 'Established']],
    ['out-of-order-notification', ['Established', 'Ringing']],
  ] as const)('can have the fault %s', async (kind, states) => {
    await start();
    const { inbox } = await connect();
    simulator.setFaults([{ match: { operation: 'StatusChange' }, times: 1, effect: { kind } }]);
    simulator.genesys.arrive({ from: '15001', alias: 'one' });
    simulator.genesys.answer('one');

    for (const state of states) {
      expect((await inbox.next()).data).toMatchObject({ call: { state } });
    }
    expect(inbox.size).toBe(0);
  });

  test('are acknowledged if that is enabled', async () => {
    await start({ genesys: { hasAcknowledgement: true } });
    const agent = new SimulatedAgent(simulator);
    await agent.signIn();
    const answer = await agent.post('/api/v2/notifications/handshake', [
      {
        id: '1',
        channel: '/meta/handshake',
        version: '1.0',
        supportedConnectionTypes: ['long-polling'],
        ext: { ack: true },
      },
    ]);

    expect(await answer.json()).toMatchObject([{ successful: true, ext: { ack: true } }]);
  });
});
