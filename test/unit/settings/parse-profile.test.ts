import { describe, expect, it } from 'vitest';
import { parseProfileText } from '../../../main/settings/parse-profile';

/** The profile of the outer contract, section 3, and the named media that it can hold besides. */
const COMPLETE = {
  version: 1,
  agent: { name: 'Eta', networkId: 'eta', extension: '15000' },
  genesys: {
    baseUrl: 'https://gws.example.com',
    userName: 'eta',
    password: 'p',
    session: 'attach',
  },
  telesocial: {
    baseUrl: 'https://api.telesocial.com',
    appKey: 'k',
    greetingId: 'g',
    recordingId: 'r',
    greetings: [{ name: 'Welcome', id: 'g' }],
    recordings: [{ name: 'Team calls', id: 'r' }],
  },
  bandwidth: {
    baseUrl: 'https://api.catapult.inetwork.com',
    userId: 'u-1',
    apiToken: 't-1',
    apiSecret: 's',
    conferenceId: 'conf-1',
  },
  verba: {
    baseUrl: 'https://recorder.example.com/verba/api',
    apiKey: 'k',
    login: 'l',
    password: 'p',
    match: { by: 'nativeID', from: 'callUuid' },
  },
};

/** The complete profile with one place changed; `undefined` takes it away. */
function changed(path: string, value: unknown): string {
  const copy = structuredClone<Record<string, unknown>>(COMPLETE);
  const keys = path.split('.');
  const last = keys.pop()!;
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
  return JSON.stringify(copy);
}

describe('a profile', () => {
  it('is accepted with everything that it can hold', () => {
    expect(parseProfileText(JSON.stringify(COMPLETE))).toEqual({ ok: true, value: COMPLETE });
  });

  it('may begin with the mark that editors on Windows put there', () => {
    expect(parseProfileText(`\uFEFF${JSON.stringify(COMPLETE)}`).ok).toBe(true);
  });

  it.each(['ongoing', 'next', 'last', 'ongoing,next', 'ongoing,last'])(
    'can select by extension with the status %s',
    (status) => {
      expect(parseProfileText(changed('verba.match.status', status)).ok).toBe(true);
    },
  );

  it('needs no vendor, and fills in what is optional', () => {
    const text = '{"version":1,"agent":{"name":"Eta"}}';
    expect(parseProfileText(text)).toEqual({
      ok: true,
      value: { version: 1, agent: { name: 'Eta' } },
    });
    const parsed = parseProfileText(changed('genesys.session', undefined));
    expect(parsed.ok && parsed.value.genesys?.session).toBe('attach');
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:2', 'https://a.example'])(
    'takes %s as a base URL',
    (baseUrl) => {
      expect(parseProfileText(changed('genesys.baseUrl', baseUrl)).ok).toBe(true);
    },
  );

  it('takes http for another host only when it is asked for', () => {
    const insecure = JSON.parse(changed('verba.baseUrl', 'http://recorder.example.com/api')) as {
      verba: Record<string, unknown>;
    };
    expect(parseProfileText(JSON.stringify(insecure)).ok).toBe(false);
    insecure.verba.allowInsecure = true;
    expect(parseProfileText(JSON.stringify(insecure)).ok).toBe(true);
  });

  it.each([
    ['version', 2, 'version: must be 1'],
    ['agent', undefined, 'agent: is missing'],
    ['agent.name', '', 'agent.name: must not be empty'],
    ['agent.networkId', undefined, 'agent.networkId: is needed to start TalkSpaces'],
    ['agent.extension', 15_000, 'agent.extension: must be a string'],
    ['genesys.baseUrl', undefined, 'genesys.baseUrl: is missing'],
    ['genesys.baseUrl', 'gws', 'genesys.baseUrl: is not a URL'],
    ['genesys.baseUrl', 'ftp://a.example', 'genesys.baseUrl: must begin with https:'],
    [
      'genesys.baseUrl',
      'http://127.0.0.1.example.com',
      'genesys.baseUrl: must begin with https: (or set "allowInsecure": true)',
    ],
    [
      'genesys.baseUrl',
      'https://eta:p@a.example',
      'genesys.baseUrl: must not hold a user name or password',
    ],
    ['genesys.session', 'share', 'genesys.session: must be "attach" or "own"'],
    ['telesocial.appkey', 'k', 'telesocial.appkey: is not a known field'],
    ['telesocial.greetings', 'g', 'telesocial.greetings: must be an array'],
    ['telesocial.greetings', [{ name: 'Welcome' }], 'telesocial.greetings.0.id: is missing'],
    [
      'telesocial.recordings',
      [{ name: '', id: 'r' }],
      'telesocial.recordings.0.name: must not be empty',
    ],
    ['verba.login', undefined, 'verba.login: login and password go together'],
    ['verba.match.by', 'name', /^verba\.match\.by: must be "callID" or /],
    ['verba.match.from', 'userData.', /^verba\.match\.from: /],
    ['verba.match.status', 'recorded', /^verba\.match\.status: must be ongoing, next or last/],
    ['verba.match.status', 'ongoing, last', /^verba\.match\.status: must be ongoing, next or last/],
    ['verba.match.status', 'ongoing,', /^verba\.match\.status: must be ongoing, next or last/],
    ['sip', {}, 'sip: is not a known field'],
  ])('with a wrong %s (%j) is refused by the name of the field', (path, value, detail) => {
    const parsed = parseProfileText(changed(path, value));
    expect(parsed).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    if (typeof detail === 'string') expect(!parsed.ok && parsed.error.detail).toBe(detail);
    else expect(!parsed.ok && parsed.error.detail).toMatch(detail);
  });

  it('is refused with more named media than anybody can choose from', () => {
    const greetings = Array.from({ length: 51 }, (_, nth) => ({ name: `${nth}`, id: 'g' }));
    expect(parseProfileText(changed('telesocial.greetings', greetings))).toMatchObject({
      ok: false,
      error: { code: 'bad-input', detail: 'telesocial.greetings: is too long' },
    });
  });

  it.each(['', '{', 'null', '[]', '"text"'])('that is no profile at all is refused: %s', (text) => {
    expect(parseProfileText(text)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('never repeats a value in what it complains about', () => {
    const parsed = parseProfileText(changed('bandwidth.apiSecret', { hidden: 'TOP-SECRET' }));
    expect(JSON.stringify(parsed)).not.toContain('TOP-SECRET');
  });
});
