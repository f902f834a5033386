import { expect, it } from 'vitest';
import { sectionFormSchema, type SettingsSection } from '../../../../contract/settings';
import { toForm, toTypedForm } from '../../../../renderer/features/settings/section-form';

const TWILIO: SettingsSection = {
  name: 'twilio',
  isVendor: true,
  isSet: true,
  fields: [
    { path: 'accountSid', kind: 'text', isRequired: true },
    { path: 'authToken', kind: 'secret', isRequired: false },
    { path: 'apiKeySecret', kind: 'secret', isRequired: false },
    { path: 'record', kind: 'switch', isRequired: false },
    { path: 'audio', kind: 'rows', isRequired: false, columns: ['name', 'url'] },
    { path: 'tags', kind: 'lines', isRequired: false },
  ],
  values: { accountSid: 'AC1', audio: [{ name: 'Beep', url: 'https://example.com/?id=5' }] },
  storedSecrets: ['authToken'],
};

it('a form begins with the stored values, and with empty inputs for secrets', () => {
  expect(toTypedForm(TWILIO)).toEqual({
    accountSid: 'AC1',
    authToken: '',
    apiKeySecret: '',
    record: false,
    audio: 'Beep = https://example.com/?id=5',
    tags: '',
  });
});

it('a form that was not changed sends the stored values, and no secret', () => {
  expect(toForm(TWILIO, toTypedForm(TWILIO))).toEqual({
    section: 'twilio',
    values: { ...TWILIO.values, record: false, tags: [] },
    secrets: {},
  });
});

it('a changed form sends what was typed, and only secrets that were typed', () => {
  const typed = { ...toTypedForm(TWILIO), record: true, authToken: ' hush ', tags: 'a\n\nb' };
  const form = toForm(TWILIO, typed);
  expect(form).toMatchObject({
    values: { record: true, tags: ['a', 'b'] },
    secrets: { authToken: ' hush ' },
  });
  expect(Object.keys(form.secrets)).toEqual(['authToken']);
});

it('a form that was cleared sends empty values that the main process accepts', () => {
  const form = toForm(TWILIO, {});
  expect(form.values).toEqual({ accountSid: '', record: '', audio: [], tags: [] });
  expect(sectionFormSchema.safeParse(form).success).toBe(true);
});
