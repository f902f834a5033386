import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../../main/settings/parse-profile';

const KEY = { apiKeySid: `SK${'b'.repeat(32)}`, apiKeySecret: 'hush' };
const SECTION = {
  accountSid: `AC${'a'.repeat(32)}`,
  number: '+14155550100',
  agentNumber: '+14155550115',
};

function check(twilio: object) {
  const checked = checkProfile({ version: 1, agent: { name: 'Eta' }, twilio });
  return checked.ok ? checked.value.twilio : checked.mistakes;
}

describe('the section of Twilio', () => {
  it('needs an API key or an auth token, and has a default address', () => {
    expect(check({ ...SECTION, ...KEY })).toEqual({
      ...SECTION,
      ...KEY,
      baseUrl: 'https://api.twilio.com',
      record: false,
    });
    expect(check({ ...SECTION, authToken: 'hush' })).toMatchObject({ authToken: 'hush' });
    expect(check(SECTION)).toEqual([
      'twilio.authToken: is required, or apiKeySid with apiKeySecret',
    ]);
    expect(check({ ...SECTION, apiKeySid: KEY.apiKeySid })).toEqual([
      'twilio.apiKeySecret: apiKeySid and apiKeySecret go together',
    ]);
  });

  it.each(['client:eta', 'sip:eta@example.com', '+442071838750'])(
    'calls the agent at %s',
    (agentNumber) => {
      expect(check({ ...SECTION, ...KEY, agentNumber })).toMatchObject({ agentNumber });
    },
  );

  it('names the wrong field', () => {
    expect(check({ ...SECTION, ...KEY, number: '4155550100' })).toEqual([
      'twilio.number: must be a number in international form, such as "+14155550100"',
    ]);
    expect(check({ ...SECTION, ...KEY, agentNumber: 'eta' })).toEqual([
      'twilio.agentNumber: must be a number in international form, "client:NAME" or "sip:ADDRESS"',
    ]);
    expect(
      check({ ...SECTION, ...KEY, audio: [{ name: 'Welcome', url: 'file:///etc/passwd' }] }),
    ).toEqual(['twilio.audio.0.url: must be a web address']);
    expect(check({ ...SECTION, ...KEY, baseUrl: 'http://voice.example.com' })).toEqual([
      'twilio.baseUrl: must begin with https: (or set "allowInsecure": true)',
    ]);
  });

  it('can sign in with only the auth token', () => {
    const bearer = { ...SECTION, signIn: 'bearer' };
    expect(check({ ...bearer, authToken: 'hush' })).toMatchObject({ signIn: 'bearer' });
    expect(check({ ...bearer, ...KEY })).toEqual([
      'twilio.authToken: is required for the sign-in bearer',
    ]);
  });

  it('accepts the address of a compatible service, with the path of its API', () => {
    const baseUrl = 'https://example.signalwire.com/api/laml/2010-04-01';
    expect(check({ ...SECTION, ...KEY, baseUrl })).toMatchObject({ baseUrl });
  });
});
