import { useState } from 'react';
import type { AppError } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { MAX_PROFILE_BYTES } from '../../../contract/profile-limits';
import type { FieldMistake } from '../../../contract/settings';
import { isolate } from '../../../contract/text';
import { readDropped } from '../../state/read-dropped';
import { useWindowActions } from '../../state/window-context';

/** The mistakes in the last chosen file. */
export type ImportProblem =
  | { readonly kind: 'invalid'; readonly mistakes: readonly FieldMistake[] }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ProfileImport {
  readonly isBusy: boolean;
  readonly problem: ImportProblem | undefined;
  /** Asks for a file, unless one was dropped. */
  readonly start: (dropped?: File) => Promise<void>;
}

/** Imports a profile file; `onDone` is called when it is in use. */
export function useImport(onDone: () => void): ProfileImport {
  const { importProfile } = useWindowActions().settings;
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ImportProblem>();
  return {
    isBusy,
    problem,
    start: async (dropped) => {
      setIsBusy(true);
      setProblem(undefined);
      const file = dropped && (await readDropped(dropped, MAX_PROFILE_BYTES));
      const answer = file?.ok === false ? undefined : await importProfile(file?.value);
      setIsBusy(false);
      if (answer === undefined) {
        const message = format(en.settings.unreadableFile, { file: isolate(dropped?.name ?? '') });
        setProblem({ kind: 'invalid', mistakes: [{ field: '', message }] });
        return;
      }
      if (!answer.ok) setProblem({ kind: 'failed', error: answer.error });
      else if (answer.value.kind === 'invalid') setProblem(answer.value);
      else if (answer.value.kind === 'done') onDone();
    },
  };
}
