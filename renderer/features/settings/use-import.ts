import { useState } from 'react';
import type { AppError } from '../../../contract/errors';
import type { FieldMistake } from '../../../contract/settings';
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
      const answer = await importProfile(
        dropped && {
          fileName: dropped.name,
          content: new Uint8Array(await dropped.arrayBuffer()),
        },
      );
      setIsBusy(false);
      if (!answer.ok) setProblem({ kind: 'failed', error: answer.error });
      else if (answer.value.kind === 'invalid') setProblem(answer.value);
      else if (answer.value.kind === 'done') onDone();
    },
  };
}
