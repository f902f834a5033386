import { join } from 'node:path';
import type { AppError } from '../../contract/errors';
import { MAX_LAST_CALLS } from '../calls/store';
import { findCallerAddress, readCaller, type IdentityKeys } from '../calls/identity';
import { findEarlierCalls, type FoundCalls } from '../journal/find-earlier-calls';
import { createHistory, type History } from '../journal/history';
import { openJournal } from '../journal/journal';
import { findOpenConferences } from '../journal/journal-lines';
import { createMemoryJournal } from '../journal/memory-journal';
import type { FindName } from '../journal/name-entries';
import { createTrace, type Trace } from '../journal/trace';
import type { Logger } from '../log/logger';
import type { PreferencesStore } from '../settings/preferences';
import { systemClock } from '../time/system-clock';

/** The stored record of calls and commands. */
export interface SavedHistory {
  /** Where they are written. */
  readonly journal: Trace;
  readonly history: History;
  /** Conferences that were open when the app was last quit, by the ids of their calls. */
  readonly leftOpen: readonly string[];
  /** The last calls of earlier runs, ended or not. */
  readonly earlier: FoundCalls;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

const JOURNAL_FILE = 'journal.jsonl';

export interface OpenHistoryOptions {
  /** The app's data folder. */
  readonly folder: string;
  /** For this run only: nothing is written to disk. */
  readonly isInMemory: boolean;
  /** The preferences, which include how long the history is kept. */
  readonly preferences: Pick<PreferencesStore, 'current' | 'update'>;
  /** Whether telephone numbers are kept in full, not only their last three digits. */
  readonly hasFullNumbers: boolean;
  readonly identityKeys: IdentityKeys;
  /** Who the contacts are. */
  readonly readNames: () => Promise<FindName>;
  /** The lines that carry telephone calls. */
  readonly telephoneLines: readonly string[];
  /** The lines on which the agent hosts conferences. */
  readonly hostedLines: readonly string[];
  /** Whether a call, by its id, is known and has not ended. */
  readonly isOngoing: (callId: string) => boolean;
  /** Values that must never be written. */
  readonly secrets: readonly string[];
  /** Called with problems to show to the agent. */
  readonly onProblem: (problem: AppError) => void;
  /** Called when a problem reported to `onProblem` has been resolved. */
  readonly onRecovered: (problem: AppError) => void;
  readonly logger: Logger;
}

export async function openHistory(options: OpenHistoryOptions): Promise<SavedHistory> {
  const {
    folder,
    isInMemory,
    preferences,
    hasFullNumbers,
    identityKeys,
    readNames,
    telephoneLines,
    hostedLines,
    isOngoing,
    secrets,
    onProblem,
    onRecovered,
    logger,
  } = options;
  const journal = isInMemory
    ? createMemoryJournal()
    : await openJournal({
        file: join(folder, JOURNAL_FILE),
        onProblem,
        onRecovered,
        after: (milliseconds, callback) => systemClock.after(milliseconds, callback),
      });
  const history = createHistory({
    journal,
    clock: systemClock,
    readNames,
    keepDays: preferences.current.historyDays,
    hostedLines,
    isOngoing,
    saveKeepDays: (historyDays) => preferences.update(() => ({ historyDays })),
    file: join(folder, JOURNAL_FILE),
    onProblem: (problem) => logger.warn('The history could not be tidied', { problem }),
  });
  return {
    journal: createTrace({
      write: (line) => journal.write(line),
      now: Date.now,
      hasNumbers: hasFullNumbers,
      secrets: () => secrets,
      describeCall: (call) => ({
        ...readCaller(call, identityKeys),
        address: findCallerAddress(call),
      }),
    }),
    history,
    leftOpen: findOpenConferences(journal.earlier, hostedLines),
    earlier: findEarlierCalls(journal.earlier, {
      lines: [...telephoneLines, ...hostedLines],
      identityKeys,
      limit: MAX_LAST_CALLS,
      now: systemClock.now(),
      keepDays: preferences.current.historyDays,
    }),
    close: async () => {
      await history.dispose();
      await journal.close();
    },
  };
}
