import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../contract/errors';
import { globalShortcutKeysSchema } from '../../contract/global-shortcuts';
import { HISTORY_DAYS } from '../../contract/history-choices';
import {
  DEFAULT_PREFERENCES,
  preferencesSchema,
  type Preferences,
} from '../../contract/preferences';
import { fail, succeed, type Result } from '../../contract/result';
import { codeOf, toDiskError } from '../disk/disk-error';
import { createSerialQueue } from '../disk/serial-queue';
import { OWNER_ONLY } from '../disk/private-file';
import { writeAtomically } from '../disk/write-atomically';
import { tryParseJson } from './try-parse-json';

const savedSchema = preferencesSchema.extend({
  version: z.literal(1),
  /** For how many days the history is kept; absent if the agent's choice was lost. */
  historyDays: z.literal([...HISTORY_DAYS]).exactOptional(),
  globalShortcuts: globalShortcutKeysSchema.exactOptional(),
});

/** The file's content, version 1. */
type SavedPreferences = z.infer<typeof savedSchema>;

/** The preferences that apply. */
export type CurrentPreferences = SavedPreferences & Required<Pick<SavedPreferences, 'historyDays'>>;

/** Stores the agent's preferences. */
export interface PreferencesStore {
  readonly current: CurrentPreferences;
  /**
   * Saves what `change` returns, or changes nothing. It gets the preferences after all earlier changes, which
   * may still be being saved. Errors: `not-saved`.
   */
  update(change: (current: CurrentPreferences) => Partial<SavedPreferences>): Promise<Result<null>>;
}

export interface PreferencesOptions {
  readonly file: string;
  /** Called when the file cannot be used. The app continues with the defaults. */
  readonly onProblem: (problem: AppError) => void;
}

const DEFAULTS: CurrentPreferences = { version: 1, historyDays: 30, ...DEFAULT_PREFERENCES };

/**
 * If the agent's choice was lost, the history is kept as long as possible until they choose again: what is
 * deleted is gone.
 */
const MAX_HISTORY_DAYS = 365;
const CHOICES_LOST: SavedPreferences = { version: 1, ...DEFAULT_PREFERENCES };

/** Keeps the preferences in a file. Without the file, the defaults apply. */
export async function openPreferences(options: PreferencesOptions): Promise<PreferencesStore> {
  const { file } = options;
  let saved = await load(options);
  const inTurn = createSerialQueue();
  const current = (): CurrentPreferences => ({ historyDays: MAX_HISTORY_DAYS, ...saved });
  return {
    get current() {
      return current();
    },
    update: (change) =>
      inTurn(async () => {
        const next = { ...saved, ...change(current()) };
        try {
          await mkdir(dirname(file), { recursive: true });
          await writeAtomically(file, `${JSON.stringify(next, null, 2)}\n`, { mode: OWNER_ONLY });
        } catch (error) {
          return fail(toDiskError(error, file));
        }
        saved = next;
        return succeed(null);
      }),
  };
}

/** Keeps preferences in memory, for this run only. They begin as `first`. */
export function createMemoryPreferences(first: CurrentPreferences = DEFAULTS): PreferencesStore {
  let current = first;
  return {
    get current() {
      return current;
    },
    update: (change) => {
      current = { ...current, ...change(current) };
      return Promise.resolve(succeed(null));
    },
  };
}

/** The preferences that the window shows. */
export function toPreferences(saved: CurrentPreferences): Preferences {
  const { version: _version, historyDays: _days, globalShortcuts: _keys, ...preferences } = saved;
  return preferences;
}

async function load({ file, onProblem }: PreferencesOptions): Promise<SavedPreferences> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return existsSync(asideOf(file)) ? CHOICES_LOST : DEFAULTS;
    onProblem(problem('the preferences cannot be read'));
    return CHOICES_LOST;
  }
  const json = tryParseJson(text);
  // Files of earlier releases do not have the newer preferences.
  const complete = isRecord(json) ? { ...DEFAULT_PREFERENCES, ...json } : json;
  const parsed = savedSchema.safeParse(complete);
  if (parsed.success) return parsed.data;
  // The damaged file is kept so that it can be repaired.
  const aside = asideOf(file);
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  const what =
    field === '' ? 'the preferences were damaged' : `preferences: ${field} was not valid`;
  await rename(file, aside).then(
    () => onProblem(problem(`${what}; they are now ${basename(aside)}`)),
    () => onProblem(problem(what)),
  );
  return CHOICES_LOST;
}

function asideOf(file: string): string {
  return `${file}.damaged`;
}

function problem(detail: string): AppError {
  return { code: 'bad-input', detail };
}

function isRecord(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
