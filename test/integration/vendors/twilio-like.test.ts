import { expect, it, onTestFinished } from 'vitest';
import { startStubServer, type StubAnswer, type StubRequest } from '../../support/stub-server';
import { simulateTwilio } from '../../support/twilio-harness';

const SID = '61bf923e-5e4d-4595-a110-56190ea18a1b';
const RECORDING = '6dc6cc1a-1ba1-4351-86b8-4c22c95cd98f';

function json(body: object, status = 200): StubAnswer {
  return { status, body: JSON.stringify(body) };
}

/** Answers of a compatible service with other formats of identifiers and errors. */
function answerLikeTwilio({ path, query }: StubRequest, root: string): StubAnswer {
  const people = `${root}/Conferences/${SID}/Participants.json`;
  switch (path) {
    case `${root}/Conferences/${SID}.json`:
      return json({ sid: SID, status: 'in-progress' });
    case people:
      return query.has('Page')
        ? json({ participants: [{ call_sid: 'two', muted: true }], next_page_uri: null })
        : json({ participants: [{ call_sid: 'one' }], next_page_uri: `${people}?Page=1` });
    case `${root}/Conferences/${SID}/Recordings.json`:
      return json({ recordings: [{ sid: RECORDING, status: 'completed', duration: '65' }] });
    default:
      return path.startsWith(`${root}/Calls/`)
        ? json({ sid: 'one', to: '+12125550142', direction: 'outbound-api' })
        : json({ errors: [{ code: '10005', title: 'Resource not found' }] }, 404);
  }
}

/** A client that uses such a service at this path. */
async function use(path: string, root: string, changes: object) {
  const stub = await startStubServer((request) => answerLikeTwilio(request, root));
  onTestFinished(() => stub.close());
  const simulated = await simulateTwilio({
    baseUrl: `${stub.baseUrl}${path}`,
    accountSid: 'account',
    conference: SID,
    ...changes,
  });
  simulated.port.start();
  return { ...simulated, stub };
}

it.each([
  ['/api/laml/2010-04-01', {}, /^Basic /],
  ['/restcomm/2012-04-24', {}, /^Basic /],
  ['/v2/texml', { signIn: 'bearer', authToken: 'token' }, /^Bearer token$/],
])('a compatible service can be used at %s', async (path, changes, authorization) => {
  const used = await use(path, `${path}/Accounts/account`, changes);
  const { stub, recorder, recordings, driveUntil, drive } = used;
  await driveUntil(() => recorder.lastCall()?.participants.length === 2);
  expect(recorder.lastCall()).toMatchObject({
    reference: SID,
    participants: [
      { id: 'one', presence: 'joined' },
      { id: 'two', isMuted: true },
    ],
  });
  for (const { headers } of stub.requests) expect(headers.authorization).toMatch(authorization);

  await driveUntil(() => recorder.lastCall()!.recordingKeys.conferenceSid !== undefined);
  const keys = recorder.lastCall()!.recordingKeys;
  const found = await drive(recordings.lookUp(keys, { startedAt: 0 }));
  expect(found).toMatchObject({
    value: [{ recordingId: RECORDING, status: 'completed', seconds: 65 }],
  });
  expect(await drive(recordings.fetch('gone'))).toMatchObject({
    error: { code: 'not-found', detail: expect.stringContaining('Resource not found') as unknown },
  });
});
