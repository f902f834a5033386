import { useState } from 'react';
import type { AppError } from '../../../contract/errors';
import type { Result } from '../../../contract/result';
import type {
  FieldMistake,
  FormAnswer,
  SectionForm,
  SettingsSection,
  TestAnswer,
} from '../../../contract/settings';
import { toForm, toTypedForm, type Typed } from './section-form';

/** The result of the last submission. */
export type FormOutcome =
  | { readonly kind: 'saved' | 'connected' | 'removed' }
  | {
      readonly kind: 'invalid';
      readonly mistakes: readonly FieldMistake[];
      readonly wasTested: boolean;
    }
  | { readonly kind: 'not-connected' | 'failed'; readonly error: AppError };

export interface SectionFormState {
  readonly typed: Typed;
  readonly busy: 'saving' | 'testing' | undefined;
  readonly outcome: FormOutcome | undefined;
  type(path: string, value: string | boolean): void;
  save(send: (form: SectionForm) => Promise<Result<FormAnswer>>): Promise<boolean>;
  test(send: (form: SectionForm) => Promise<Result<TestAnswer>>): Promise<void>;
  fail(error: AppError): void;
  /** Called when the section was removed. */
  clear(): void;
}

/**
 * A form for one section. Only secrets that were typed are sent, and the form then clears them.
 */
export function useSectionForm(section: SettingsSection): SectionFormState {
  const [typed, setTyped] = useState<Typed>(() => toTypedForm(section));
  const [busy, setBusy] = useState<SectionFormState['busy']>();
  const [outcome, setOutcome] = useState<FormOutcome>();

  async function send<Answer extends FormAnswer | TestAnswer>(
    what: 'saving' | 'testing',
    request: Promise<Result<Answer>>,
  ): Promise<Result<Answer>> {
    setBusy(what);
    setOutcome(undefined);
    const answer = await request;
    setBusy(undefined);
    if (!answer.ok) setOutcome({ kind: 'failed', error: answer.error });
    else if (answer.value.kind === 'invalid') {
      setOutcome({ ...answer.value, wasTested: what === 'testing' });
    }
    return answer;
  }

  return {
    typed,
    busy,
    outcome,
    type: (path, value) => {
      setTyped((before) => ({ ...before, [path]: value }));
      // The outcome no longer applies to the content of the form. A mistake is shown until it is corrected.
      setOutcome((before) => (isSuccess(before) ? undefined : before));
    },
    save: async (request) => {
      const answer = await send('saving', request(toForm(section, typed)));
      if (!answer.ok || answer.value.kind !== 'done') return false;
      setOutcome({ kind: 'saved' });
      const secrets = section.fields.filter(({ kind }) => kind === 'secret');
      setTyped((before) => ({
        ...before,
        ...Object.fromEntries(secrets.map(({ path }) => [path, ''])),
      }));
      return true;
    },
    test: async (request) => {
      const answer = await send('testing', request(toForm(section, typed)));
      if (!answer.ok) return;
      if (answer.value.kind === 'done') setOutcome({ kind: 'connected' });
      else if (answer.value.kind === 'failed') {
        setOutcome({ kind: 'not-connected', error: answer.value.error });
      }
    },
    fail: (error) => setOutcome({ kind: 'failed', error }),
    clear: () => {
      setTyped({});
      setOutcome({ kind: 'removed' });
    },
  };
}

function isSuccess(outcome: FormOutcome | undefined): boolean {
  const kind = outcome?.kind;
  return kind === 'saved' || kind === 'connected' || kind === 'removed';
}
