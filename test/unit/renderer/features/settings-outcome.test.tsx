import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { SettingsSection } from '../../../../contract/settings';
import { Outcome } from '../../../../renderer/features/settings/Outcome';
import type { FormOutcome } from '../../../../renderer/features/settings/use-section-form';
import { textOf } from '../draw';

const TWILIO: SettingsSection = {
  name: 'twilio',
  isVendor: true,
  isSet: true,
  fields: [
    { path: 'number', kind: 'text', isRequired: true },
    { path: 'audio', kind: 'rows', isRequired: false, columns: ['name', 'url'] },
  ],
  values: {},
  storedSecrets: [],
};

const AT_FIELDS = [
  { field: 'twilio.number', message: 'is missing' },
  { field: 'twilio.audio.0.url', message: 'must be a web address' },
];
const ELSEWHERE = [
  { field: 'agent.networkId', message: 'is missing' },
  { field: 'agent.outcomes.3', message: 'is too long' },
  { field: '', message: 'the file is not valid JSON' },
];

it.each<[string, FormOutcome, string]>([
  ['saved', { kind: 'saved' }, 'Saved'],
  ['connected', { kind: 'connected' }, 'Twilio answers and accepts your account.'],
  ['removed', { kind: 'removed' }, 'Removed.'],
  [
    'mistakes that are shown at their fields',
    { kind: 'invalid', mistakes: AT_FIELDS, wasTested: false },
    'Nothing was saved. Correct the marked fields.',
  ],
  [
    'the same after a test',
    { kind: 'invalid', mistakes: AT_FIELDS, wasTested: true },
    'Nothing was sent. Correct the marked fields.',
  ],
  [
    'mistakes elsewhere',
    { kind: 'invalid', mistakes: [...AT_FIELDS, ...ELSEWHERE], wasTested: false },
    'Nothing was saved. Please correct: Network ID (agent.networkId): is missing ' +
      'Outcomes of a call (agent.outcomes.3): is too long The file is not valid JSON',
  ],
  [
    'a service that cannot be reached',
    { kind: 'not-connected', error: { code: 'no-route', vendor: 'twilio', detail: 'ENOTFOUND' } },
    'ENOTFOUND',
  ],
  [
    'a full disk',
    { kind: 'failed', error: { code: 'not-saved', detail: 'the disk is full' } },
    'the disk is full',
  ],
])('the outcome of a form says: %s', (_what, outcome, words) => {
  const markup = renderToStaticMarkup(<Outcome section={TWILIO} outcome={outcome} />);
  expect(textOf(markup)).toContain(words);
  const isSuccess = ['saved', 'connected', 'removed'].includes(outcome.kind);
  expect(markup).toContain(isSuccess ? 'role="status"' : 'role="alert"');
});
