import { describe, expect, it } from 'vitest';
import { describeSections } from '../../../main/settings/describe-sections';
import { readProposal } from '../../../main/settings/read-proposal';

const AGENT = { name: 'Eta' };
const GENESYS = { baseUrl: 'https://gws.example.com', userName: 'eta' };

function read(profile: object) {
  return readProposal(JSON.stringify({ version: 1, agent: AGENT, ...profile }));
}

function mistakesOf(profile: object) {
  const proposal = read(profile);
  return proposal.ok ? [] : proposal.mistakes;
}

describe('a proposed profile', () => {
  it('is complete except for its secrets, which are entered afterwards', () => {
    const proposal = read({
      genesys: GENESYS,
      verba: { baseUrl: 'https://verba.example.com/api', login: 'eta' },
      twilio: {
        accountSid: 'AC1',
        apiKeySid: 'SK1',
        number: '+14155550100',
        agentNumber: 'client:eta',
      },
    });
    expect(proposal).toMatchObject({
      ok: true,
      agentName: 'Eta',
      content: {
        secrets: {},
        names: {
          genesys: ['password'],
          verba: ['apiKey', 'password'],
          twilio: ['apiKeySecret'],
        },
      },
    });
  });

  it('shows every address, including defaults', () => {
    const proposal = read({
      agent: { ...AGENT, screenPop: { url: 'https://crm.example.com/?q={number}' } },
      genesys: GENESYS,
      twilio: {
        accountSid: 'AC1',
        number: '+14155550100',
        agentNumber: 'sip:eta@voip.example.com',
        audio: [{ name: 'Hold', url: 'https://media.example.com/hold.mp3' }],
      },
    });
    const shown = JSON.stringify(
      proposal.ok && describeSections(proposal.content).map(({ values }) => values),
    );
    for (const address of [
      'https://crm.example.com/?q={number}',
      'https://gws.example.com',
      'https://api.twilio.com',
      'sip:eta@voip.example.com',
      'https://media.example.com/hold.mp3',
    ]) {
      expect(shown).toContain(address);
    }
  });

  it('must not contain a secret', () => {
    const message = 'must not be in a link, because everybody who sees the link could read it';
    expect(
      mistakesOf({
        genesys: { ...GENESYS, password: 'TOP-SECRET' },
        telesocial: { baseUrl: 'https://api.example.com', appKey: 'TOP-SECRET' },
        verba: { baseUrl: 'https://verba.example.com', apiKey: '' },
      }),
    ).toEqual([
      { field: 'genesys.password', message },
      { field: 'telesocial.appKey', message },
      { field: 'verba.apiKey', message },
    ]);
  });

  it.each([
    [{ genesys: { ...GENESYS, baseUrl: 'https://gws.ex\u0430mple.com' } }, 'genesys.baseUrl'],
    [{ genesys: { ...GENESYS, baseUrl: 'https://gws.example.com\u202e' } }, 'genesys.baseUrl'],
    [
      { genesys: { ...GENESYS, baseUrl: 'https://gws.example.com@evil.example' } },
      'genesys.baseUrl',
    ],
    [{ genesys: { ...GENESYS, baseUrl: 'http://gws.example.com' } }, 'genesys.baseUrl'],
    [{ agent: { name: 'Eta\u202e' } }, 'agent.name'],
    [{ agent: {} }, 'agent.name'],
    [{ agent: { ...AGENT, admin: true } }, 'agent.admin'],
    [{ version: 2 }, 'version'],
    [{ unknown: {} }, 'unknown'],
  ])('that is invalid or misleading is refused: %j', (profile, field) => {
    expect(mistakesOf(profile).map((mistake) => mistake.field)).toEqual([field]);
  });

  it.each(['', 'null', '[]', '"text"', '{', '['.repeat(8_000)])(
    'that is not a JSON object is refused: %.20s',
    (text) => {
      expect(readProposal(text)).toEqual({
        ok: false,
        mistakes: [{ field: '', message: 'is not valid JSON' }],
      });
    },
  );

  it('is always refused in a few short lines', () => {
    const fields = Array.from({ length: 100 }, (_, index) => [
      `${'\u202e\nx'.repeat(50)}${index}`,
      1,
    ]);
    const mistakes = mistakesOf(Object.fromEntries(fields) as object);
    expect(mistakes.length).toBeLessThanOrEqual(20);
    for (const { field } of mistakes) {
      expect(field).toMatch(/^[ x]{1,80}$/);
    }
  });

  it('cannot access inherited properties', () => {
    const text = `{"version":1,"agent":{"name":"Eta"},"__proto__":{"genesys":${JSON.stringify(GENESYS)}}}`;
    const proposal = readProposal(text);
    expect(proposal.ok && proposal.content.open).toEqual({ version: 1, agent: { name: 'Eta' } });
    expect(Object.prototype).not.toHaveProperty('genesys');
  });
});
