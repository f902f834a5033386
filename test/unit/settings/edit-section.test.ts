import { describe, expect, it } from 'vitest';
import { en } from '../../../contract/locale/en';
import { describeFields } from '../../../main/settings/describe-fields';
import {
  EMPTY_CONTENT,
  editSection,
  toContent,
  type ProfileContent,
} from '../../../main/settings/edit-section';
import { toFieldValues } from '../../../main/settings/field-values';
import { checkProfile } from '../../../main/settings/parse-profile';
import { EDITABLE_SECTIONS, findSection, type Profile } from '../../../main/settings/profile';
import { asRecord } from '../../../main/settings/profile-secrets';

const PROFILE: Profile = {
  version: 1,
  agent: { name: 'Eta', networkId: 'eta' },
  genesys: {
    baseUrl: 'https://gws.example.com',
    userName: 'eta',
    password: 'TOP-SECRET-1',
    session: 'attach',
  },
  verba: {
    baseUrl: 'https://verba.example.com/verba/api',
    apiKey: 'TOP-SECRET-2',
    match: { by: 'nativeID', from: 'callUuid' },
  },
};

function checked(json: unknown): Profile {
  const result = checkProfile(json);
  if (!result.ok) throw new Error(result.mistakes.join());
  return result.value;
}

/** The values that the form of a section shows and would save unchanged. */
function formOf(content: ProfileContent, section: string) {
  const definition = findSection(section)!;
  const fields = describeFields(definition);
  return {
    section,
    values: toFieldValues(fields, asRecord(content.open[section]) ?? {}),
    secrets: {},
  };
}

function edit(section: string, values: object, secrets: Record<string, string> = {}) {
  const content = toContent(PROFILE);
  const form = formOf(content, section);
  return editSection(content, { section, values: { ...form.values, ...values }, secrets });
}

describe('a form', () => {
  it.each(Object.keys(PROFILE).filter((name) => name !== 'version'))(
    'that is saved unchanged changes nothing: %s',
    (section) => {
      const content = toContent(PROFILE);
      const edited = editSection(content, formOf(content, section));
      expect(edited).toMatchObject({ ok: true, profile: PROFILE, content });
    },
  );

  it('never shows a secret', () => {
    const content = toContent(PROFILE);
    const forms = EDITABLE_SECTIONS.map(([section]) => formOf(content, section));
    expect(JSON.stringify(forms)).not.toContain('TOP-SECRET');
  });

  it('has a label for every field', () => {
    const texts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = en.settings.fields;
    for (const [name, section] of EDITABLE_SECTIONS) {
      for (const { path } of describeFields(section)) {
        expect(texts[name]?.[path] ?? texts.common?.[path], `${name}.${path}`).toBeDefined();
      }
    }
  });

  it('replaces a secret only if one was typed', () => {
    expect(edit('genesys', { session: 'own' })).toMatchObject({
      profile: { genesys: { password: 'TOP-SECRET-1', session: 'own' } },
    });
    expect(edit('genesys', {}, { password: 'TOP-SECRET-9' })).toMatchObject({
      profile: { genesys: { password: 'TOP-SECRET-9' } },
    });
  });

  it.each([
    { baseUrl: 'https://elsewhere.example.com' },
    { userName: 'theta' },
    { baseUrl: 'http://gws.example.com', allowInsecure: true },
  ])('keeps no secret for another address or user: %o', (values) => {
    expect(edit('genesys', values)).toEqual({
      ok: false,
      mistakes: [
        {
          field: 'genesys.password',
          message: 'must be entered again, since the address or user name was changed',
        },
      ],
    });
    expect(edit('genesys', values, { password: 'TOP-SECRET-9' })).toMatchObject({ ok: true });
  });

  it.each([
    ['allowInsecure', { ...PROFILE.genesys, allowInsecure: false }],
    ['white space', { ...PROFILE.genesys, baseUrl: ' https://gws.example.com ', userName: 'eta ' }],
  ])('keeps the secret of a profile that is written differently: %s', (_what, genesys) => {
    const content = toContent(checked({ ...PROFILE, genesys }));
    expect(editSection(content, formOf(content, 'genesys'))).toMatchObject({
      profile: { genesys: { password: 'TOP-SECRET-1', baseUrl: 'https://gws.example.com' } },
    });
  });

  it('keeps the secret if the usual address is left out', () => {
    const twilio = {
      accountSid: 'AC1',
      authToken: 'TOP-SECRET-3',
      number: '+14155550100',
      agentNumber: 'client:eta',
    };
    const content = toContent(checked({ ...PROFILE, twilio }));
    const form = formOf(content, 'twilio');
    const editAddress = (baseUrl: string) =>
      editSection(content, { ...form, values: { ...form.values, baseUrl } });
    expect(editAddress('')).toMatchObject({
      profile: { twilio: { ...twilio, baseUrl: 'https://api.twilio.com' } },
    });
    expect(editAddress('https://elsewhere.example.com')).toMatchObject({ ok: false });
  });

  it('names the field of each mistake, as an import does', () => {
    expect(edit('genesys', { baseUrl: 'ftp://x', userName: 'a:b' })).toMatchObject({
      mistakes: [
        { field: 'genesys.userName', message: 'must not contain a colon (:)' },
        { field: 'genesys.password' },
        { field: 'genesys.baseUrl', message: 'must begin with https:' },
      ],
    });
  });

  it('can fill an empty profile', () => {
    const form = { section: 'agent', values: { name: ' Eta ', extension: '' }, secrets: {} };
    expect(editSection(EMPTY_CONTENT, form)).toMatchObject({
      ok: true,
      profile: { version: 1, agent: { name: 'Eta' } },
    });
  });

  it('can be saved while secrets of another section are missing', () => {
    const content = { ...toContent(PROFILE), secrets: {} };
    expect(editSection(content, { ...formOf(content, 'agent') })).toMatchObject({
      ok: true,
      content: { secrets: {}, names: content.names },
    });
  });
});
