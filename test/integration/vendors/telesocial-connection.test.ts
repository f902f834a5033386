import { describe, expect, it, onTestFinished } from 'vitest';
import { NOBODY } from '../../support/nobody';
import { startStubServer } from '../../support/stub-server';
import {
  connectTelesocial,
  detailsBody,
  isList,
  listBody,
  advanceUntil,
  simulateTelesocial,
  stubTelesocial,
} from '../../support/telesocial-harness';

describe('connecting', () => {
  it('sends one harmless request, and reports connected', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    port.start();
    await recorder.untilConnection('connected');
    expect(recorder.connections[0]).toEqual({ state: 'connecting' });
    expect(simulator.requests().map(({ method, operation }) => [method, operation])).toEqual([
      ['GET', 'list'],
    ]);
    expect(clock.pending()).toEqual([]);
  });

  it.each([400, 401, 403])('reports signed out if the key is refused with %i', async (status) => {
    const { port, recorder, clock, server } = await stubTelesocial(() => ({ status, body: '' }));
    port.start();
    await recorder.untilConnection('signed-out');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('wrong-credentials');
    expect(clock.pending()).toEqual([]);
    port.retry();
    await advanceUntil(clock, () => server.requests.length === 2);
  });

  it('reports a service without a list as connected', async () => {
    const body = '{"ErrorResponse":{"status":405,"message":""}}';
    const { port, recorder } = await stubTelesocial(() => ({ status: 405, body }));
    port.start();
    await recorder.untilConnection('connected');
  });

  it.each([
    [404, 'no such page'],
    [404, '{"status":404,"error":"Not Found"}'],
    [404, '{"ErrorResponse":{"status":404,"message":""}}'],
    [405, '<html>Method not allowed</html>'],
    [410, ''],
  ])('reports a wrong address if something else answers: %i %s', async (status, body) => {
    const { port, recorder, clock } = await stubTelesocial(() => ({ status, body }));
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('wrong-address');
    expect(clock.pending()).not.toEqual([]);
  });

  it.each(['', '{}', '{"status":200}', '[]'])(
    'does not accept just any answer as the service: %s',
    async (body) => {
      const { port, recorder } = await stubTelesocial(() => ({ body }));
      port.start();
      await recorder.untilConnection('error');
      expect(recorder.connections.at(-1)?.reason?.code).toBe('malformed-answer');
    },
  );

  it.each([400, 401, 403])(
    'notices a revoked key at the next request (%i), and recovers with a retry',
    async (status) => {
      let isRevoked = false;
      const { port, recorder, clock } = await stubTelesocial(() =>
        isRevoked ? { status, body: '' } : listBody(),
      );
      port.start();
      await recorder.untilConnection('connected');
      isRevoked = true;
      expect(await port.startConference({})).toMatchObject({ kind: 'failed' });
      await advanceUntil(clock, () => recorder.connections.at(-1)?.state === 'signed-out');
      expect(recorder.connections.at(-1)?.reason?.code).toBe('wrong-credentials');
      isRevoked = false;
      port.retry();
      await advanceUntil(clock, () => recorder.connections.at(-1)?.state === 'connected');
    },
  );

  it('reports why a service cannot be reached, and retries after growing delays', async () => {
    const { port, recorder, clock } = connectTelesocial({
      baseUrl: NOBODY,
      appKey: 'hush-key',
    });
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('no-route');
    const pauses: number[] = [];
    for (let nth = 0; nth < 8; nth += 1) {
      await clock.whenSet();
      pauses.push(clock.pending()[0]!);
      await clock.fireNext();
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000]);
    expect(recorder.connections).toHaveLength(2);
  });

  it('reconnects by itself', async () => {
    let status = 502;
    const { port, recorder, clock } = await stubTelesocial(() =>
      status === 200 ? listBody() : { status },
    );
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('vendor-unavailable');
    status = 200;
    await clock.fireNext();
    await recorder.untilConnection('connected');
  });

  it('does not accept an arbitrary web page as the service', async () => {
    const { port, recorder } = await stubTelesocial(() => ({
      body: '<html>Sign in to the Wi-Fi</html>',
    }));
    port.start();
    await recorder.untilConnection('error');
    expect(recorder.connections.at(-1)?.reason?.code).toBe('malformed-answer');
  });
});

describe('TalkSpaces that were left open', () => {
  it('are shown again if they are still open, and no other ones', async () => {
    const { simulator } = await simulateTelesocial();
    const open = simulator.telesocial.create('eta');
    const closed = simulator.telesocial.create('eta');
    const foreign = simulator.telesocial.create('theta');
    simulator.telesocial.end(closed.id);
    const { port, recorder } = connectTelesocial(simulator.profile.telesocial, 'eta', [
      open.id,
      closed.id,
    ]);
    port.start();
    await recorder.untilConnection('connected');
    const reported = recorder.events.map(
      (event) => event.kind === 'call-seen' && event.call.reference,
    );
    expect(reported).toEqual([open.id]);
    expect(reported).not.toContain(foreign.id);
    expect(await port.perform({ kind: 'close-talkspace', callId: `talkspace:${open.id}` })).toEqual(
      { kind: 'done', value: null },
    );
  });
});

it('a TalkSpace that was left open is shown again even if the first list lacks it', async () => {
  const lists = [listBody(), listBody()];
  const server = await startStubServer((request) =>
    isList(request) ? (lists.shift() ?? listBody('c-1')) : detailsBody('eta'),
  );
  onTestFinished(() => server.close());
  const profile = { baseUrl: server.baseUrl, appKey: 'hush-key' };
  const { port, clock, recorder } = connectTelesocial(profile, 'eta', ['c-1']);
  port.start();
  await advanceUntil(clock, () => recorder.roster().join() === 'eta');
});

describe('stopping', () => {
  it('leaves no timer and no request behind, and does not close the TalkSpace', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    port.start();
    await recorder.untilConnection('connected');
    await port.startConference({});
    await port.stop();
    expect(clock.pending()).toEqual([]);
    expect(simulator.telesocial.conferences()[0]!.isActive).toBe(true);
  });
});

describe('the log', () => {
  it('never holds the application key', async () => {
    const { port, recorder, simulator, logger } = await simulateTelesocial();
    port.start();
    await recorder.untilConnection('connected');
    await port.startConference({});
    await port.perform({ kind: 'close-talkspace', callId: recorder.lastCall()!.id });
    expect(logger.text()).toContain('/api/rest/conference');
    expect(logger.text()).not.toContain(simulator.profile.telesocial.appKey);
  });
});
