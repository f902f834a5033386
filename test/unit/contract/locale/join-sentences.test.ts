import { expect, it } from 'vitest';
import { joinSentences } from '../../../../contract/locale/join-sentences';

it('puts a full stop between two sentences if the first has no punctuation at its end', () => {
  expect(joinSentences(['No place.', 'Details: no keyring', 'Unlock one.'])).toBe(
    'No place. Details: no keyring. Unlock one.',
  );
  expect(joinSentences(['Who is it?', 'Waiting…', 'Stop!', 'The end'])).toBe(
    'Who is it? Waiting… Stop! The end',
  );
});
