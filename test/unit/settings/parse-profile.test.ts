import { describe, expect, it } from 'vitest';
import { checkProfile, toProfileError } from '../../../main/settings/parse-profile';

/** A profile with named media. */
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

/** The complete profile with one value changed; `undefined` removes it. */
function changed(path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone<Record<string, unknown>>(COMPLETE);
  const keys = path.split('.');
  const last = keys.pop()!;
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
  return copy;
}

describe('a profile', () => {
  it('is accepted with all fields', () => {
    expect(checkProfile(COMPLETE)).toEqual({ ok: true, value: COMPLETE });
  });

  it.each(['ongoing', 'next', 'last', 'ongoing,next', 'ongoing,last'])(
    'can select by extension with the status %s',
    (status) => {
      expect(checkProfile(changed('verba.match.status', status)).ok).toBe(true);
    },
  );

  it('needs no vendor, and has defaults for optional fields', () => {
    const smallest = { version: 1, agent: { name: 'Eta' } };
    expect(checkProfile(smallest)).toEqual({ ok: true, value: smallest });
    const parsed = checkProfile(changed('genesys.session', undefined));
    expect(parsed.ok && parsed.value.genesys?.session).toBe('attach');
  });

  it('can match recordings by any attached data', () => {
    expect(checkProfile(changed('verba.match.from', 'userData.Case number')).ok).toBe(true);
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:2', 'https://a.example'])(
    'accepts %s as a base URL',
    (baseUrl) => {
      expect(checkProfile(changed('genesys.baseUrl', baseUrl)).ok).toBe(true);
    },
  );

  it('may end a base URL with a slash, and may have any path for Verba', () => {
    expect(checkProfile(changed('telesocial.baseUrl', 'https://a.example/')).ok).toBe(true);
    expect(checkProfile(changed('verba.baseUrl', 'https://a.example/v/api')).ok).toBe(true);
  });

  it('accepts http for another host only with allowInsecure', () => {
    const insecure = { ...COMPLETE.verba, baseUrl: 'http://recorder.example.com/api' };
    expect(checkProfile(changed('verba', insecure)).ok).toBe(false);
    expect(checkProfile(changed('verba', { ...insecure, allowInsecure: true })).ok).toBe(true);
  });

  it.each([
    ['version', 2, 'version: must be 1'],
    ['agent.name', undefined, 'agent.name: is missing'],
    ['agent.name', '', 'agent.name: must not be empty'],
    ['agent.networkId', undefined, 'agent.networkId: is required to start TalkSpaces'],
    ['agent.extension', 15_000, 'agent.extension: must be a string'],
    ['genesys.baseUrl', undefined, 'genesys.baseUrl: is missing'],
    ['genesys.baseUrl', 'gws', 'genesys.baseUrl: is not an address such as https://example.com'],
    ['genesys.baseUrl', 'ftp://a.example', 'genesys.baseUrl: must begin with https:'],
    [
      'genesys.baseUrl',
      'http://127.0.0.1.example.com',
      'genesys.baseUrl: must begin with https: (or set "allowInsecure": true)',
    ],
    [
      'genesys.baseUrl',
      'https://eta:p@a.example',
      'genesys.baseUrl: must not contain a user name or password',
    ],
    [
      'genesys.baseUrl',
      'https://a.example/api/v2',
      'genesys.baseUrl: must not have a path: Sidetone appends /api/v2 itself',
    ],
    [
      'telesocial.baseUrl',
      'https://a.example/api/rest/',
      'telesocial.baseUrl: must not have a path: Sidetone appends /api/rest itself',
    ],
    [
      'bandwidth.baseUrl',
      'https://a.example/v1',
      'bandwidth.baseUrl: must not have a path: Sidetone appends /v1/users itself',
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
    [
      'verba.match.from',
      'callId',
      /^verba\.match\.from: must be "id", "callUuid", "connId", "agentExtension" or "userData\.KEY"/,
    ],
    ['verba.match.from', 'userData.', /^verba\.match\.from: must be "id"/],
    ['verba.match.from', 'userData. ', /^verba\.match\.from: must be "id"/],
    ['verba.match.from', undefined, 'verba.match.from: is missing'],
    ['genesys.password', ' \t', 'genesys.password: must not be blank'],
    ['genesys.userName', 'eta:x', 'genesys.userName: must not contain a colon (:)'],
    ['bandwidth.apiToken', 't:1', 'bandwidth.apiToken: must not contain a colon (:)'],
    ['verba.login', 'l:1', 'verba.login: must not contain a colon (:)'],
    ['verba.match.status', 'recorded', /^verba\.match\.status: must be ongoing, next or last/],
    ['verba.match.status', 'ongoing, last', /^verba\.match\.status: must be ongoing, next or last/],
    ['verba.match.status', 'ongoing,', /^verba\.match\.status: must be ongoing, next or last/],
    ['sip', {}, 'sip: is not a known field'],
  ])('with a wrong %s (%j) is refused with the name of the field', (path, value, detail) => {
    const checked = checkProfile(changed(path, value));
    const mistakes = checked.ok ? [] : checked.mistakes;
    expect(mistakes).toEqual([typeof detail === 'string' ? detail : expect.stringMatching(detail)]);
  });

  it('is refused with too many named media', () => {
    const greetings = Array.from({ length: 51 }, (_, nth) => ({ name: `${nth}`, id: 'g' }));
    expect(checkProfile(changed('telesocial.greetings', greetings))).toMatchObject({
      ok: false,
      mistakes: ['telesocial.greetings: is too long'],
    });
  });

  it('without an agent is refused', () => {
    const checked = checkProfile({ version: 1 });
    expect(checked).toEqual({ ok: false, mistakes: ['agent: is missing'] });
  });

  it.each([null, [], 'text', undefined])('that is not an object is refused: %j', (content) => {
    expect(checkProfile(content).ok).toBe(false);
  });

  const BROKEN = 'p\ud800';
  it.each([
    'agent.name',
    'agent.networkId',
    'genesys.userName',
    'genesys.password',
    'telesocial.appKey',
    'telesocial.greetingId',
    'telesocial.greetings.0.id',
    'bandwidth.apiToken',
    'bandwidth.apiSecret',
    'bandwidth.conferenceId',
    'verba.apiKey',
    'verba.login',
    'verba.password',
    'verba.match.from',
  ])('with an ill-formed character in %s is refused, because it cannot be sent', (path) => {
    const value = path === 'verba.match.from' ? `userData.${BROKEN}` : BROKEN;
    expect(checkProfile(changed(path, value))).toEqual({
      ok: false,
      mistakes: [expect.stringContaining(`${path}: contains an incomplete character`)],
    });
  });

  it('names all mistakes at once, including those between fields', () => {
    const content = {
      version: 1,
      agent: { name: ' ', network: 'eta' },
      genesys: { baseUrl: 'ftp://gws.example.com', userName: 'e:ta' },
      telesocial: { baseUrl: 'http://api.example.com', appKey: '' },
      verba: {
        baseUrl: 'https://r.example.com',
        apiKey: 'k',
        login: 'l',
        match: { by: 'extension', from: 'agentExtension' },
      },
    };
    const checked = checkProfile(content);
    expect(checked.ok ? [] : [...checked.mistakes].sort()).toEqual([
      'agent.extension: is required, since verba.match.from is "agentExtension"',
      'agent.name: must not be blank',
      'agent.network: is not a known field',
      'agent.networkId: is required to start TalkSpaces',
      'genesys.baseUrl: must begin with https:',
      'genesys.password: is missing',
      'genesys.userName: must not contain a colon (:)',
      'telesocial.appKey: must not be empty',
      'telesocial.baseUrl: must begin with https: (or set "allowInsecure": true)',
      'verba.password: login and password go together',
    ]);
  });

  it('names as many mistakes as fit into an error', () => {
    const mistakes = Array.from({ length: 100 }, (_, nth) => `field${nth}: is missing`);
    const { detail } = toProfileError(mistakes);
    expect(detail).toHaveLength(500);
    expect(detail).toMatch(/^field0: is missing; field1: is missing; .*…$/);
  });

  it('never repeats a value in an error', () => {
    const parsed = checkProfile(changed('bandwidth.apiSecret', { hidden: 'TOP-SECRET' }));
    expect(JSON.stringify(parsed)).not.toContain('TOP-SECRET');
  });
});
