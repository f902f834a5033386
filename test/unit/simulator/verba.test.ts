import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import { requestVerba, fetchVerbaToken } from '../../support/simulated-vendors';

describe('the simulated recorder', () => {
  let simulator: Simulator;
  let token = '';
  let now = 0;

  beforeEach(async () => {
    now = Date.UTC(2026, 0, 1);
    simulator = await startSimulator({ now: () => now });
    token = await fetchVerbaToken(simulator);
  });
  afterEach(() => simulator.close());

  const ask = (action: string, parameters: Record<string, string> = {}, method?: 'GET' | 'POST') =>
    requestVerba(simulator, { action, token, ...parameters }, method);

  function errorOf(answer: string): string | undefined {
    return /code="2".*<ErrorMessage>(.*)<\/ErrorMessage>/.exec(answer)?.[1];
  }

  test('returns a token for the login in parameters or a header', async () => {
    expect(token).not.toBe('');
    const { baseUrl, apiKey, login, password } = simulator.profile.verba;
    const answer = await fetch(`${baseUrl}?action=RequestToken&apiKey=${apiKey}`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`,
      },
    });
    expect(await answer.text()).toMatch(
      /<VerbaApi><Response code="0" type="RequestToken" token="[^"]+"\/><\/VerbaApi>/,
    );
    expect(errorOf(await requestVerba(simulator, { action: 'RequestToken', userName: 'x' }))).toBe(
      'Invalid user name or password.',
    );
  });

  test('requires the key and a valid token, for an hour', async () => {
    const { callId } = simulator.verba.add({ caller: '15001', called: '15000' });
    expect(errorOf(await ask('GetCallID', { apiKey: 'wrong' }))).toBe('Invalid API key.');
    expect(errorOf(await requestVerba(simulator, { action: 'GetCallID' }))).toBe(
      'The token parameter is mandatory.',
    );
    now += 3_599_000;
    expect(await ask('GetCallInformation', { callID: callId })).toContain('code="0"');
    now += 1_000;
    expect(errorOf(await ask('GetCallInformation', { callID: callId }))).toBe(
      'The token is invalid or expired.',
    );
  });

  test('requires only the key if no login is configured', async () => {
    await simulator.close();
    simulator = await startSimulator({ verba: { hasAuthentication: false } });
    const { callId } = simulator.verba.add({ caller: '15001', called: '15000' });
    expect(await requestVerba(simulator, { action: 'DeleteCall', callID: callId })).toContain(
      '<Response code="0" type="DeleteCall"/>',
    );
  });

  test.each(['GET', 'POST'] as const)(
    'deletes a finished recording by %s, by each selector',
    async (method) => {
      const ids = {
        callID: 'call-1',
        platformCallID: '71627389',
        nativeID: 'TRS26140192',
        meetingID: 'WHBFM6DD',
      };
      for (const [selector, value] of Object.entries({ ...ids, extension: '8856' })) {
        simulator.verba.add({
          callId: ids.callID,
          platformCallId: ids.platformCallID,
          nativeId: ids.nativeID,
          meetingId: ids.meetingID,
          caller: '8856',
          called: '15000',
          isFinished: true,
        });
        const status = selector === 'extension' ? { status: 'last' } : {};
        expect(await ask('DeleteCall', { [selector]: value, ...status }, method)).toContain(
          '<VerbaApi><Response code="0" type="DeleteCall"/></VerbaApi>',
        );
        expect(simulator.verba.recordings()).toEqual([]);
      }
    },
  );

  test('marks an ongoing recording, and deletes it when the call ends', async () => {
    const { callId } = simulator.verba.add({ caller: '15001', called: '15000' });
    await ask('DeleteCall', { callID: callId });
    expect(simulator.verba.recordings()).toMatchObject([{ isMarkedForDeletion: true }]);
    simulator.verba.finish(callId);
    expect(simulator.verba.recordings()).toEqual([]);
  });

  test('requires exactly one selector, and a status with an extension', async () => {
    simulator.verba.add({ caller: '15001', called: '15000' });
    expect(errorOf(await ask('DeleteCall'))).toContain('mandatory');
    expect(errorOf(await ask('DeleteCall', { callID: 'a', nativeID: 'b' }))).toContain('Only one');
    expect(errorOf(await ask('DeleteCall', { extension: '15001' }))).toContain('status');
    expect(errorOf(await ask('DeleteCall', { extension: '1', status: 'recorded' }))).toContain(
      'Invalid status: recorded',
    );
    expect(errorOf(await ask('DeleteCall', { callID: 'none' }))).toContain('cannot be found');
    expect(simulator.verba.recordings()).toHaveLength(1);
  });

  test('uses the first matching status, in the given order', async () => {
    const finished = simulator.verba.add({ caller: '7', called: '1', isFinished: true });
    const last = simulator.verba.add({ caller: '2', called: '7', isFinished: true });
    const idOf = async (status: string) =>
      /<CallID>(.*)<\/CallID>/.exec(await ask('GetCallID', { extension: '7', status }))?.[1];
    expect(await idOf('ongoing,last')).toBe(last.callId);
    const ongoing = simulator.verba.add({ caller: '7', called: '3' });
    expect(await idOf('ongoing,last')).toBe(ongoing.callId);
    expect(await idOf('last,ongoing')).toBe(last.callId);
    expect(finished.callId).not.toBe(last.callId);
  });

  test('answers an error if an extension has several ongoing calls', async () => {
    simulator.verba.add({ caller: '7', called: '1' });
    simulator.verba.add({ caller: '2', called: '7' });
    expect(errorOf(await ask('DeleteCall', { extension: '7', status: 'ongoing' }))).toContain(
      'More than one',
    );
  });

  describe('searching', () => {
    const DAY = { start: '2026-01-01 00:00', end: '2026-01-02 00:00' };

    async function search(parameters: Record<string, string>): Promise<string[]> {
      const answer = await ask('SearchCalls', { ...DAY, ...parameters });
      return [...answer.matchAll(/<ccdr_id>(.*?)<\/ccdr_id>/g)].map(([, id]) => id!);
    }

    test('finds ongoing or finished recordings by part of a number', async () => {
      simulator.verba.add({ callId: 'done', caller: '15001', called: '7', isFinished: true });
      simulator.verba.add({ callId: 'on', caller: '7', called: '15000' });
      expect(await search({ anynum: '1500' })).toEqual(['done']);
      expect(await search({ anynum: '1500', status: 'ongoing' })).toEqual(['on']);
      expect(await search({ anynum: '15000' })).toEqual([]);
      expect(await search({ anyname: 'Joe' })).toEqual([]);
    });

    test('accepts a period, an order and a maximum', async () => {
      for (const callId of ['b', 'a']) {
        simulator.verba.add({ callId, caller: callId, called: '7', isFinished: true });
        now += 60_000;
      }
      expect(await search({})).toEqual(['b', 'a']);
      expect(await search({ orderby: 'source_caller_id' })).toEqual(['a', 'b']);
      expect(await search({ pagelen: '1' })).toEqual(['b']);
      expect(await search({ start: '2026-01-01 00:00:30' })).toEqual(['a']);
      expect(await search({ end: '2026-01-01 00:00:59.999' })).toEqual(['b']);
    });

    test.each([
      [{ start: '' }, 'start and end are mandatory'],
      [{ end: 'now' }, 'start and end are mandatory'],
      [{ status: 'last' }, 'Invalid status: last'],
      [{ orderby: 'color' }, 'Invalid orderby: color'],
      [{ pagelen: '0' }, 'Invalid pagelen'],
    ])('refuses %o', async (parameters, words) => {
      expect(errorOf(await ask('SearchCalls', { ...DAY, ...parameters }))).toContain(words);
    });
  });

  test('keeps a recording from being deleted, until it is unmarked', async () => {
    const { callId } = simulator.verba.add({ caller: '1', called: '8856', isFinished: true });
    await ask('KeepCall', { extension: '8856', status: 'last' });
    expect(await ask('GetCallInformation', { callID: callId })).toContain(
      '<do_not_delete>true</do_not_delete>',
    );
    expect(errorOf(await ask('DeleteCall', { callID: callId }))).toContain('kept');
    await ask('KeepCall', { callID: callId, unmark: '1' });
    expect(await ask('DeleteCall', { callID: callId })).toContain('code="0"');
  });

  test('mutes channels of an ongoing recording', async () => {
    const { callId } = simulator.verba.add({ caller: '1', called: '8856' });
    const muted = (): unknown => simulator.verba.recordings()[0]?.muted;
    await ask('MuteRecording', { callID: callId, mute: '3' });
    expect(muted()).toBe('both');
    await ask('MuteRecording', { extension: '8856', status: 'ongoing', mute: '0' });
    expect(muted()).toBe('none');
    expect(errorOf(await ask('MuteRecording', { callID: callId, mute: '4' }))).toContain('mute');
    simulator.verba.finish(callId);
    expect(errorOf(await ask('MuteRecording', { callID: callId, mute: '3' }))).toContain(
      'not ongoing',
    );
  });

  test.each(['KeepCall', 'MuteRecording'])(
    '%s accepts only an ID or an extension',
    async (action) => {
      simulator.verba.add({ nativeId: 'uuid-1', caller: '1', called: '2' });
      expect(errorOf(await ask(action, { nativeID: 'uuid-1', mute: '3' }))).toContain(
        'One of callID and extension is mandatory.',
      );
    },
  );

  test('answers in XML, HTML and TEXT, and escapes quoted input', async () => {
    const { callId } = simulator.verba.add({ caller: '<&>', called: '15000' });
    expect(await ask('GetCallInformation', { callID: callId })).toContain(
      '<source_caller_id>&lt;&amp;&gt;</source_caller_id>',
    );
    expect(await ask('GetCallID', { callID: callId, responseType: 'TEXT' })).toBe(callId);
    expect(await ask('GetCallID', { callID: callId, responseType: 'HTML' })).toContain(
      `<p>${callId}</p>`,
    );
    expect(await ask('GetCallID', { callID: 'x', responseType: 'TEXT' })).toContain('failed');
  });

  test('records each telephone call from its start until its end', () => {
    const call = simulator.genesys.arrive({ from: '15001' });
    expect(simulator.verba.recordings()).toEqual([]);
    simulator.genesys.answer(call.id);
    simulator.genesys.hold(call.id, true);
    simulator.genesys.hold(call.id, false);
    expect(simulator.verba.recordings()).toMatchObject([
      {
        nativeId: call.callUuid,
        platformCallId: call.connId,
        caller: '15001',
        called: '15000',
        isFinished: false,
      },
    ]);
    simulator.genesys.release(call.id);
    expect(simulator.verba.recordings()).toMatchObject([{ isFinished: true }]);
  });
});
