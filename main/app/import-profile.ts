import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { joinSentences } from '../../contract/locale/join-sentences';
import type { AppError } from '../../contract/errors';
import type { ProfileStore } from '../settings/profile-store';
import { readProfileFile } from '../settings/profile-file';
import { warnIfOpenToOthers } from './warn-if-open-to-others';

/** What `--import-profile` prints, where, and its exit code. */
export interface ImportOutcome {
  readonly isError: boolean;
  /** Without line breaks. */
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** Checks and stores a profile. Exit code 2 for an invalid file, 1 if it cannot be stored. */
export async function importProfile(
  file: string,
  store: Pick<ProfileStore, 'save'>,
): Promise<ImportOutcome> {
  await warnIfOpenToOthers(file);
  const read = await readProfileFile(file);
  if (!read.ok) return { isError: true, lines: read.mistakes.map(toErrorLine), exitCode: 2 };
  const saved = await store.save(read.value, () => {
    const { message, remedy } = en.errors['keyring-locked'];
    process.stderr.write(`${toErrorLine(joinSentences([message, remedy]))}\n`);
  });
  if (!saved.ok) {
    return { isError: true, lines: [`${describe(saved.error)} Nothing was stored.`], exitCode: 1 };
  }
  return {
    isError: false,
    lines: [`The profile of ${read.value.agent.name} is stored; its secrets are encrypted.`],
    exitCode: 0,
  };
}

/** A mistake as one line for a terminal. */
export function toErrorLine(mistake: string): string {
  return `sidetone: ${mistake}`;
}

/** One line for a terminal: the message and what it is about. */
function describe(error: AppError): string {
  if (error.code === 'bad-input')
    return toErrorLine(error.detail ?? en.errors['bad-input'].message);
  const { message, remedy } = en.errors[error.code];
  const detail =
    error.detail === undefined ? [] : [format(en.window.errorDetail, { detail: error.detail })];
  return toErrorLine(joinSentences([message, ...detail, remedy]));
}
