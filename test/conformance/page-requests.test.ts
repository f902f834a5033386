import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadProfile } from '../../simulator/given-profile';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { runCurl } from '../support/curl';
import { eventually } from '../support/eventually';
import { readFixture } from '../support/fixture';

const PROFILE = new URL('../fixtures/pages/profile.json', import.meta.url).pathname;
const [CREATE = '', CLOSE = '', GET_CONFERENCE = ''] = readFixture('pages/requests.txt')
  .split('\n')
  .filter((line) => line.startsWith('curl '));

describe('the sample requests on the vendors’ pages, sent to the simulator', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ profile: loadProfile(PROFILE), scenario: 'samples' });
  });
  afterEach(() => simulator.close());

  async function curl(line: string): Promise<{ status: number; body: unknown }> {
    const response = await runCurl(line, simulator.origin);
    return { status: response.status, body: await response.json() };
  }

  test('create a TalkSpace', async () => {
    const { status, body } = await curl(CREATE);
    const id: unknown = expect.stringMatching(/^[0-9a-f]{32}$/);
    const uri: unknown = expect.stringMatching(/^\/api\/rest\/conference\/[0-9a-f]{32}$/);
    expect(status).toBe(201);
    expect(body).toEqual({
      ConferenceResponse: {
        message: 'Created, leader is eta',
        status: 201,
        conferenceId: id,
        uri,
      },
    });
  });

  test('close a TalkSpace', async () => {
    expect(await curl(CLOSE)).toEqual({
      status: 200,
      body: {
        ConferenceResponse: {
          message: '',
          status: 200,
          conferenceId: '09c8c2994baa46949756b3d01ece44a5',
          uri: '',
        },
      },
    });
    expect((await curl(CLOSE)).status).toBe(404);
  });

  test('get a conference', async () => {
    expect(await curl(GET_CONFERENCE)).toMatchObject({
      status: 200,
      body: {
        activeMembers: 0,
        id: 'conferenceId',
        profile: 'interpret_digits',
        state: 'created',
      },
    });
  });

  test('remove a participant from a conference call', async () => {
    const path = '/api/v2/me/calls/01RCC3N118B1V0SL8O7GK2LAES00000O';
    const signedIn = await runCurl(
      `curl -u eta:sample http://127.0.0.1:8080${path}`,
      simulator.origin,
    );
    const removed = await fetch(`${simulator.origin}${path}`, {
      method: 'POST',
      headers: {
        Cookie: signedIn.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
        'X-CSRF-TOKEN': signedIn.headers.get('X-CSRF-TOKEN') ?? '',
      },
      body: JSON.stringify({
        operationName: 'RemoveParticipantFromConference',
        participant: '15001',
      }),
    });
    expect(await removed.json()).toEqual({ statusCode: 0 });
    await eventually(() => simulator.genesys.calls()).toMatchObject([
      {
        id: '01RCC3N118B1V0SL8O7GK2LAES00000O',
        connId: '0071027198180018',
        participants: [{ phoneNumber: '15002' }],
        dnis: '15001',
        callType: 'Internal',
      },
    ]);
  });

  test.each([
    'callID=a8343631-9f35-4a3a-83f0-9e81592339fb',
    'platformCallID=71627389',
    'nativeID=TRS26140192',
    'meetingID=WHBFM6DD',
    'extension=8856&status=last',
  ])('delete the recording with %s', async (selector) => {
    const query =
      'action=DeleteCall&apiKey=74c8eea0-50c6-40b2-9f3e-252ed501c3c8' +
      `&token=09835e02-6c10-11e0-bb22-ba324924019b&responseType=XML&${selector}`;
    const response = await fetch(`${simulator.origin}/verba/api?${query}`);
    expect(await response.text()).toContain('code="0"');
    expect(simulator.verba.recordings().map(({ callId }) => callId)).not.toContain(
      'a8343631-9f35-4a3a-83f0-9e81592339fb',
    );
  });
});
