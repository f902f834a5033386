import { describe, expect, it } from 'vitest';
import { actions, callTime, no, setUpVerba, xml } from '../../support/verba-harness';
import { setUpTimeZone } from '../../support/time-zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ONGOING = { startedAt: 0 };
const BY_EXTENSION = { match: { by: 'extension', from: 'agentExtension' } } as const;
const KEYS = { agentExtension: '8856' };

const { simulate, stub } = setUpVerba();

function recordOf(called: string, start = '', id = 'x'): string {
  return `<verbacdr state="1"><ccdr_id>${id}</ccdr_id><destination_caller_id>${called}</destination_caller_id><start_time>${start}</start_time></verbacdr>`;
}

function listOf(...records: readonly string[]): string {
  return `<VerbaApi><Response code="0"><verbacdrlist>${records.join('')}</verbacdrlist></Response></VerbaApi>`;
}

// The zone of the simulator's times.
setUpTimeZone('UTC');

describe('looking a recording up', () => {
  it('finds it by the match rule of the profile', async () => {
    const { port, simulator, clock } = await simulate();
    const { callId } = simulator.verba.add({ nativeId: 'uuid-1', caller: '15002', called: '8856' });
    clock.advance(90_500);
    simulator.verba.finish(callId);
    expect(port.canMatch({ callUuid: 'uuid-1' })).toBe(true);
    expect(port.canMatch({ connId: 'c-1' })).toBe(false);
    expect(await port.lookUp({ callUuid: 'uuid-1' }, ONGOING)).toEqual({
      ok: true,
      value: [
        {
          recordingId: callId,
          caller: '15002',
          called: '8856',
          startTime: '2026-01-01 00:00:00',
          seconds: 90.5,
          isOngoing: false,
          isKept: false,
          operations: ['keep-recording', 'delete-call'],
        },
      ],
    });
  });

  it('reports not found if there is none or the call lacks the key', async () => {
    const { port, simulator } = await simulate();
    const notFound = { ok: false, error: { code: 'not-found', vendor: 'verba' } };
    expect(await port.lookUp({ callUuid: 'x' }, ONGOING)).toMatchObject(notFound);
    expect(await port.lookUp({}, ONGOING)).toEqual(notFound);
    expect(actions(simulator)).toEqual(['GET RequestToken', 'GET GetCallInformation']);
  });

  it('reports not found for an answer without a record', async () => {
    const { port } = await stub(() => xml('call-id'));
    expect(await port.lookUp({ callUuid: 'x' }, ONGOING)).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('lists at most twenty records of an answer, each once, newest first', async () => {
    const record = (id: number): string =>
      `<verbacdr state="1"><ccdr_id>${id}</ccdr_id><start_time>2026-01-01 10:00:${id}</start_time></verbacdr>`;
    const ids = [...Array(30).keys()].map((index) => index + 10);
    const { port } = await stub(() => ({
      body: `<VerbaApi><Response code="0"><verbacdrlist>${[...ids, 39].map(record).join('')}</verbacdrlist></Response></VerbaApi>`,
    }));
    const result = await port.lookUp({ callUuid: 'x' }, ONGOING);
    const found = result.ok ? result.value.map(({ recordingId }) => Number(recordingId)) : [];
    expect(found).toEqual([...ids].reverse().slice(0, 20));
  });

  it('shows no start that is in the future', async () => {
    const record = (start: string) =>
      `<VerbaApi><Response code="0"><verbacdr><ccdr_id>1</ccdr_id><start_time>${start}</start_time></verbacdr></Response></VerbaApi>`;
    const future = await stub(() => ({ body: record('2099-01-01 00:00:00') }));
    expect(await future.port.lookUp({ callUuid: 'x' }, ONGOING)).toEqual({
      ok: true,
      value: [
        {
          recordingId: '1',
          caller: 'Unknown party',
          called: 'Unknown party',
          isOngoing: true,
          operations: [
            'keep-recording',
            'unkeep-recording',
            'pause-recorder',
            'resume-recorder',
            'delete-call',
          ],
        },
      ],
    });
    const ahead = await stub(() => ({
      body: record('2026-01-01 01:00:00'),
      headers: { Date: 'Thu, 01 Jan 2026 01:00:30 GMT' },
    }));
    ahead.clock.advance(30_000);
    expect(await ahead.port.fetch('1')).toMatchObject({
      ok: true,
      value: { startTime: '2026-01-01 00:00:00' },
    });
  });

  it('fetches one by its ID', async () => {
    const { port, simulator } = await simulate();
    const { callId } = simulator.verba.add({ caller: '1', called: '2' });
    expect(await port.fetch(callId)).toMatchObject({
      ok: true,
      value: { recordingId: callId, isOngoing: true },
    });
    expect(await port.fetch('gone')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(simulator.requests().at(-1)?.query).toMatchObject({ callID: 'gone' });
  });
});

describe('looking up by extension', () => {
  it('chooses the ongoing call', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    const { callId } = simulator.verba.add({ caller: '1', called: '8856' });
    expect(await port.lookUp(KEYS, callTime(clock, 0))).toMatchObject({
      value: [{ recordingId: callId }],
    });
    expect(actions(simulator)).not.toContain('GET SearchCalls');
  });

  it('searches for an earlier call instead of using the last one', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    const wanted = simulator.verba.add({ caller: '1', called: '8856', isFinished: true });
    clock.advance(HOUR);
    simulator.verba.add({ caller: '2', called: '8856', isFinished: true });
    expect(await port.lookUp(KEYS, callTime(clock, HOUR, HOUR - MINUTE))).toMatchObject({
      value: [{ recordingId: wanted.callId, caller: '1' }],
    });
  });

  it('reports not found if there was none at the time of the call', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    clock.advance(HOUR);
    simulator.verba.add({ caller: '2', called: '8856', isFinished: true });
    expect(await port.lookUp(KEYS, callTime(clock, HOUR, HOUR - MINUTE))).toEqual({
      ok: false,
      error: { code: 'not-found', vendor: 'verba' },
    });
  });

  it('never shows only the recording of the next call for one that has ended', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    const ended = simulator.verba.add({ caller: '1', called: '8856' });
    clock.advance(5 * MINUTE);
    simulator.verba.finish(ended.callId);
    clock.advance(MINUTE / 2);
    const current = simulator.verba.add({ caller: '2', called: '8856' });
    clock.advance(MINUTE);
    const time = callTime(clock, 6.5 * MINUTE, 1.5 * MINUTE);
    expect(await port.lookUp(KEYS, time)).toMatchObject({
      value: [
        { recordingId: current.callId, caller: '2' },
        { recordingId: ended.callId, caller: '1' },
      ],
    });
  });

  it('reports not found if only the next call was recorded', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    clock.advance(5 * MINUTE);
    simulator.verba.add({ caller: '2', called: '8856' });
    clock.advance(MINUTE);
    expect(await port.lookUp(KEYS, callTime(clock, 6 * MINUTE, 1.5 * MINUTE))).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('reports not found if only the call before the current one was recorded', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    const { callId } = simulator.verba.add({ caller: '1', called: '8856' });
    clock.advance(MINUTE);
    simulator.verba.finish(callId);
    clock.advance(MINUTE);
    expect(await port.lookUp(KEYS, callTime(clock, MINUTE / 2))).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('accepts an ongoing recording of an ongoing call that began before Sidetone saw the call', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    const { callId } = simulator.verba.add({ caller: '1', called: '8856' });
    clock.advance(HOUR);
    expect(await port.lookUp(KEYS, callTime(clock, MINUTE))).toMatchObject({
      value: [{ recordingId: callId }],
    });
  });

  it('reports the failure if one of the searches fails, because the right one could be missing', async () => {
    const { port } = await stub(({ query }) => {
      if (query.get('action') !== 'SearchCalls') return { body: no('Call cannot be found.') };
      return query.get('status') === 'recorded' ? { status: 503 } : xml('calls');
    }, BY_EXTENSION);
    expect(await port.lookUp(KEYS, ONGOING)).toMatchObject({ ok: false });
  });

  it.each([
    ['+15551234567', '+15551234567'],
    ['+15551234567', '15551234567'],
    ['+15551234567', '+1 (555) 123-4567'],
    ['+15551234567', 'sip:+15551234567@pbx7.example.com'],
    ['15551234567', '+15551234567'],
    ['8856', 'sip:8856@10.0.0.1:5060'],
  ])('finds the calls of %s, written as %s', async (number, called) => {
    const { port } = await stub(({ query }) => {
      if (query.get('action') !== 'SearchCalls') return { body: no('More than 1 record') };
      // As part of the number as the recorder writes it.
      const isFound = called.replaceAll(/[ ()-]/g, '').includes(query.get('anynum')!);
      return { body: listOf(isFound ? recordOf(called) : '') };
    }, BY_EXTENSION);
    expect(await port.lookUp({ agentExtension: number }, ONGOING)).toMatchObject({
      value: [{ recordingId: 'x' }],
    });
  });

  it.each(['+155512345678', '+115551234567', 'sip:other@1.5551234567.example.com'])(
    'does not take %s for +15551234567',
    async (called) => {
      const { port } = await stub(
        ({ query }) => ({
          body:
            query.get('action') === 'SearchCalls' ? listOf(recordOf(called)) : no('More than 1'),
        }),
        BY_EXTENSION,
      );
      expect(await port.lookUp({ agentExtension: '+15551234567' }, ONGOING)).toMatchObject({
        ok: false,
      });
    },
  );

  it('lists all at the time of the call if several match, including ongoing ones', async () => {
    const { port, simulator, clock } = await simulate(BY_EXTENSION);
    const add = (callId: string, called: string, isFinished = false) => {
      simulator.verba.add({ callId, caller: '1', called, isFinished });
      clock.advance(MINUTE);
    };
    add('long before', '8856', true);
    clock.advance(HOUR);
    add('before', '8856', true);
    add('first', '8856');
    add('second', '8856');
    // Both numbers contain the searched one.
    add('of another', '18856');
    add('of a third', '88561');
    const result = await port.lookUp(KEYS, callTime(clock, 4 * MINUTE));
    expect(result).toMatchObject({
      value: [{ recordingId: 'second' }, { recordingId: 'first' }, { recordingId: 'before' }],
    });
  });

  it('reports that it is ambiguous if the search returns nothing', async () => {
    const { port } = await stub(
      ({ query }) => ({
        body: no(query.get('action') === 'SearchCalls' ? 'Unknown action' : 'More than 1 record'),
      }),
      BY_EXTENSION,
    );
    expect(await port.lookUp(KEYS, ONGOING)).toMatchObject({
      error: { code: 'ambiguous', detail: 'More than 1 record' },
    });
  });

  it('reports why the search failed if the last call is another one', async () => {
    const { port } = await stub(
      ({ query }) =>
        query.get('action') === 'SearchCalls' ? { status: 503 } : xml('call-finished'),
      BY_EXTENSION,
    );
    expect(await port.lookUp(KEYS, { startedAt: 0, endedAt: MINUTE })).toMatchObject({
      error: { code: 'vendor-unavailable' },
    });
  });

  it('searches whatever the message of a refusal, unless it concerns the credentials', async () => {
    let message = 'Több hívás is van.';
    const { port, server } = await stub(
      ({ query }) => (query.get('action') === 'SearchCalls' ? xml('calls') : { body: no(message) }),
      BY_EXTENSION,
    );
    // The records do not name their extension, so none is shown.
    expect(await port.lookUp(KEYS, ONGOING)).toMatchObject({ error: { code: 'refused' } });
    expect(server.requests).toHaveLength(3);
    message = 'Invalid API key.';
    await port.lookUp(KEYS, ONGOING);
    expect(server.requests).toHaveLength(4);
  });
});

describe('another rule that matches more than one', () => {
  it('lists all matches at the time of the call, and none of the neighboring ones', async () => {
    const { port, simulator, clock } = await simulate();
    for (const caller of ['1', '2']) {
      simulator.verba.add({ nativeId: 'uuid-1', caller, called: caller === '1' ? '8856' : '7000' });
      clock.advance(1);
    }
    simulator.verba.add({ nativeId: 'uuid-2', caller: '3', called: '8856' });
    const time = callTime(clock, 2);
    const found = await port.lookUp({ callUuid: 'uuid-1', ...KEYS }, time);
    expect(found.ok && found.value.map(({ caller }) => caller)).toEqual(['2', '1']);
  });

  it('reports that it is ambiguous if the search finds none of them', async () => {
    const { port, simulator, clock } = await simulate();
    for (const caller of ['1', '2'])
      simulator.verba.add({ nativeId: 'uuid-1', caller, called: '8856' });
    clock.advance(3_600_000);
    const later = callTime(clock, 2);
    expect(await port.lookUp({ callUuid: 'uuid-1' }, later)).toMatchObject({
      error: { code: 'ambiguous' },
    });
  });
});

describe('the time zone of a search', () => {
  setUpTimeZone('America/New_York');

  const NOON = Date.UTC(2025, 6, 1, 12);
  const TIME = { startedAt: NOON, endedAt: NOON + MINUTE };
  const LOGIN = { login: 'eta', password: 'hush-password' };
  const LOCAL_START = '2025-07-01 07:58:00';
  const GMT_START = '2025-07-01 11:58:00';

  /** `found` are the records that a search finds, by its `start`. */
  async function search(hasLogin: boolean, found: Readonly<Record<string, string>>) {
    const { port, server } = await stub(
      ({ query }) => {
        if (query.get('action') === 'RequestToken') return xml('token');
        if (query.get('action') !== 'SearchCalls') return { body: no('No.') };
        return { body: listOf(found[query.get('start')!] ?? '') };
      },
      { ...BY_EXTENSION, ...(hasLogin && LOGIN) },
    );
    const result = await port.lookUp(KEYS, TIME);
    const searches = server.requests.filter(({ query }) => query.get('action') === 'SearchCalls');
    return {
      shown: result.ok
        ? result.value.map(({ recordingId, startTime }) => `${recordingId}: ${startTime}`)
        : [],
      starts: [...new Set(searches.map(({ query }) => query.get('start')))],
    };
  }

  it('is GMT without a login', async () => {
    expect(await search(false, {})).toEqual({ shown: [], starts: [GMT_START] });
  });

  it('is that of this computer or GMT with a login, and the agent chooses', async () => {
    const found = {
      [LOCAL_START]: recordOf('8856', '2025-07-01 08:00:00', 'hours-earlier'),
      [GMT_START]: recordOf('8856', '2025-07-01 12:00:01', 'right'),
    };
    expect(await search(true, found)).toEqual({
      shown: ['right: 2025-07-01 12:00:01 GMT', 'hours-earlier: 2025-07-01 08:00:00'],
      starts: [LOCAL_START, GMT_START],
    });
  });
});

describe('the token', () => {
  it('is requested again, once, if a look-up is refused because of it', async () => {
    const { port, simulator } = await simulate();
    simulator.verba.add({ nativeId: 'uuid-1', caller: '1', called: '2' });
    await port.lookUp({ callUuid: 'uuid-1' }, ONGOING);
    simulator.verba.expireTokens();
    expect(await port.lookUp({ callUuid: 'uuid-1' }, ONGOING)).toMatchObject({ ok: true });
    expect(actions(simulator)).toEqual([
      'GET RequestToken',
      'GET GetCallInformation',
      'GET GetCallInformation',
      'GET RequestToken',
      'GET GetCallInformation',
    ]);
  });

  it('is not requested in a loop if none is accepted', async () => {
    const { port, server } = await stub(
      ({ query }) =>
        query.get('action') === 'RequestToken'
          ? xml('token')
          : { body: no('token 09835e02-6c10-11e0-bb22-ba324924019b is expired') },
      { login: 'eta', password: 'hush-password' },
    );
    expect(await port.lookUp({ callUuid: 'x' }, ONGOING)).toMatchObject({
      error: { code: 'session-expired', detail: 'token [secret] is expired' },
    });
    expect(server.requests).toHaveLength(4);
  });

  it('is renewed before it expires after an hour', async () => {
    const { port, simulator, clock } = await simulate();
    simulator.verba.add({ nativeId: 'uuid-1', caller: '1', called: '2' });
    await port.lookUp({ callUuid: 'uuid-1' }, ONGOING);
    clock.advance(51 * MINUTE);
    await port.lookUp({ callUuid: 'uuid-1' }, ONGOING);
    expect(actions(simulator)).toEqual([
      'GET RequestToken',
      'GET GetCallInformation',
      'GET RequestToken',
      'GET GetCallInformation',
    ]);
  });
});
