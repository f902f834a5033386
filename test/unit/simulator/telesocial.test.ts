import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import { eventually } from '../../support/eventually';
import { fetchMediaStatus, postTelesocial, getTelesocial } from '../../support/simulated-vendors';

describe('simulated TalkSpaces', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ telesocial: { answerDelay: null } });
  });
  afterEach(() => simulator.close());

  async function create(networkId = 'eta'): Promise<string> {
    await postTelesocial(simulator, '', { networkid: networkId });
    return simulator.telesocial.conferences().at(-1)?.id ?? '';
  }

  test('are created with the wrapper, statuses and escaped slashes of the vendor’s page', async () => {
    const { greetingId, recordingId } = simulator.profile.telesocial;
    const answer = await postTelesocial(simulator, '', {
      networkid: 'eta',
      greetingid: greetingId,
      recordingid: recordingId,
    });
    const [space] = simulator.telesocial.conferences();
    const id = space?.id ?? '';
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(answer).toMatchObject({
      status: 201,
      text: `{"ConferenceResponse":{"message":"Created, leader is eta","status":201,"conferenceId":"${id}","uri":"\\/api\\/rest\\/conference\\/${id}"}}`,
    });
    expect(space).toMatchObject({ greetingId, recordingId, leader: 'eta' });
  });

  test.each([
    ['without a leader', {}, ''],
    ['for an unrelated leader', { networkid: 'nobody' }, ''],
    ['with a wrong key', { networkid: 'eta', appkey: 'wrong' }, ''],
    [
      'with an unknown greeting',
      { networkid: 'eta', greetingid: 'none' },
      'Missing or invalid greetingid parameter',
    ],
  ])('are not created %s', async (_case, fields, message) => {
    expect(await postTelesocial(simulator, '', fields)).toMatchObject({
      status: 400,
      body: { ConferenceResponse: { status: 400, message } },
    });
    expect(simulator.telesocial.conferences()).toEqual([]);
  });

  test('are closed as on the vendor’s page, and only once', async () => {
    const id = await create();
    const close = () => postTelesocial(simulator, `/${id}`, { action: 'close' });
    expect((await close()).text).toBe(
      `{"ConferenceResponse":{"message":"","status":200,"conferenceId":"${id}","uri":""}}`,
    );
    expect(await close()).toMatchObject({
      status: 404,
      body: { ConferenceResponse: { status: 404 } },
    });
  });

  test.each([
    ['/none', 'close', 404],
    ['/none/eta', 'hangup', 404],
    ['/none', 'add', 400],
    ['/none/eta', 'move', 400],
    ['/none/eta', 'mute', 400],
    ['/none/eta', 'unmute', 400],
  ])('that do not exist are refused as documented: %s %s', async (path, action, status) => {
    expect(await postTelesocial(simulator, path, { action, networkid: 'eta' })).toMatchObject({
      status,
      body: { ConferenceResponse: { status } },
    });
  });

  test('refuse an unknown action with 400', async () => {
    const id = await create();
    expect(await postTelesocial(simulator, `/${id}`, { action: 'hangul' })).toMatchObject({
      status: 400,
    });
  });

  test('list participants only after they answered: one is not in a list, and without any the field is absent', async () => {
    const id = await create();
    const details = async () => (await getTelesocial(simulator, `/${id}`)).body;
    expect(await details()).toEqual({ ConferenceDetailsResponse: { message: '', status: 200 } });

    simulator.telesocial.join(id, 'eta');
    expect(await details()).toMatchObject({ ConferenceDetailsResponse: { participants: 'eta' } });

    const added = await postTelesocial(simulator, `/${id}`, {
      action: 'add',
      networkid: ['@lambda', 'theta'],
    });
    expect(added).toMatchObject({
      status: 202,
      body: { ConferenceResponse: { message: 'Added', conferenceId: '' } },
    });
    simulator.telesocial.join(id, '@lambda');
    expect(await details()).toMatchObject({
      ConferenceDetailsResponse: { participants: ['eta', '@lambda'] },
    });
  });

  test.each([
    ['muted', { muted: 'true' }, true],
    ['not muted', {}, false],
  ])('are joined %s as requested', async (_case, fields, isMuted) => {
    const id = await create();
    await postTelesocial(simulator, `/${id}`, { action: 'add', networkid: 'theta', ...fields });
    expect(simulator.telesocial.conferences()[0]?.participants.at(-1)).toEqual({
      networkId: 'theta',
      state: 'requested',
      isMuted,
    });
  });

  test.each([
    ['nobody', { networkid: [] }, 400],
    ['somebody who is not the application’s', { networkid: 'nobody' }, 401],
    ['with an unknown greeting', { networkid: 'theta', greetingid: 'none' }, 400],
  ])('refuse to add %s', async (_case, fields, status) => {
    const id = await create();
    const answer = await postTelesocial(simulator, `/${id}`, { action: 'add', ...fields });
    expect(answer).toMatchObject({ status });
    expect(simulator.telesocial.conferences()[0]?.participants).toHaveLength(1);
  });

  test('are listed separately as active and inactive', async () => {
    const closed = await create();
    simulator.telesocial.end(closed);
    const open = await create('theta');
    expect((await getTelesocial(simulator, '')).body).toMatchObject({
      ConferenceListResponse: { active: open, inactive: closed },
    });
    expect((await getTelesocial(simulator, '?active=true')).body).toEqual({
      ConferenceListResponse: { message: '', status: 200, active: open },
    });
  });

  test('mute, move and hang up a person who has joined', async () => {
    const id = await create();
    const other = await create('theta');
    const person = (action: string, fields = {}) =>
      postTelesocial(simulator, `/${id}/eta`, { action, ...fields });
    expect(await person('mute')).toMatchObject({ status: 400 });
    expect(await person('move', { toconferenceid: other })).toMatchObject({ status: 400 });

    simulator.telesocial.join(id, 'eta');
    expect(await person('move', { toconferenceid: 'none' })).toMatchObject({ status: 400 });
    expect(await person('mute')).toMatchObject({ status: 200 });
    expect(simulator.telesocial.conferences()[0]?.participants).toMatchObject([{ isMuted: true }]);
    expect(await person('unmute')).toMatchObject({ status: 200 });

    expect(await person('move', { toconferenceid: other })).toMatchObject({
      status: 200,
      body: { ConferenceResponse: { conferenceId: id } },
    });
    expect(simulator.telesocial.conferences()).toMatchObject([
      { id, isActive: false },
      { id: other, participants: [{ networkId: 'theta' }, { networkId: 'eta', state: 'joined' }] },
    ]);
    expect(await postTelesocial(simulator, `/${other}/eta`, { action: 'hangup' })).toMatchObject({
      status: 200,
      body: { ConferenceResponse: { message: 'terminated' } },
    });
    expect(await postTelesocial(simulator, `/${other}/nobody`, { action: 'hangup' })).toMatchObject(
      {
        status: 401,
      },
    );
  });

  test('call their leader automatically if set to', async () => {
    await simulator.close();
    simulator = await startSimulator({ telesocial: { answerDelay: 1 } });
    const id = await create();
    await eventually(async () => (await getTelesocial(simulator, `/${id}`)).body).toMatchObject({
      ConferenceDetailsResponse: { participants: 'eta' },
    });
  });

  test('hang up a person who is still being called', async () => {
    const id = await create();
    await postTelesocial(simulator, `/${id}`, { action: 'add', networkid: 'theta' });
    expect(await postTelesocial(simulator, `/${id}/theta`, { action: 'hangup' })).toMatchObject({
      status: 200,
    });
    expect(simulator.telesocial.conferences()[0]?.participants.at(-1)?.state).toBe('left');
  });
});

describe('the recording of a simulated TalkSpace', () => {
  let simulator: Simulator;

  async function record(recordingId: string, joins: string[]): Promise<void> {
    await postTelesocial(simulator, '', { networkid: 'eta', recordingid: recordingId });
    for (const networkId of joins) simulator.telesocial.join(undefined, networkId);
  }

  test.each([
    ['HTTP’s status', false, { status: 204, body: undefined }],
    ['a body', true, { status: 200, body: { MediaResponse: { status: 204 } } }],
  ])(
    'exists after the end if anybody joined, where %s means none',
    async (_case, isInBody, none) => {
      simulator = await startSimulator({
        telesocial: { answerDelay: null, recordingDelay: 1, isNoContentInBody: isInBody },
      });
      onTestFinished(() => simulator.close());
      const [busy = '', lonely = ''] = simulator.profile.telesocial.recordings.map(({ id }) => id);
      await record(lonely, []);
      simulator.telesocial.end(undefined);
      await record(busy, ['eta']);
      expect(await fetchMediaStatus(simulator, busy)).toMatchObject(none);
      simulator.telesocial.end(undefined);
      const downloadUrl = `${simulator.origin}/audio/${busy}.mp3`;
      await eventually(() => fetchMediaStatus(simulator, busy)).toMatchObject({
        status: 200,
        body: { MediaResponse: { status: 200, downloadUrl, fileSize: 60_603 } },
      });
      expect(await fetchMediaStatus(simulator, lonely)).toMatchObject(none);
    },
  );

  test('is refused for another application’s media and for a wrong key', async () => {
    simulator = await startSimulator();
    onTestFinished(() => simulator.close());
    const { recordingId } = simulator.profile.telesocial;
    expect(await fetchMediaStatus(simulator, 'none')).toMatchObject({ status: 401 });
    expect(await fetchMediaStatus(simulator, recordingId, 'wrong')).toMatchObject({ status: 404 });
  });
});
