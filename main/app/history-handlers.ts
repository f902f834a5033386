import type { HistoryFormat } from '../../contract/history-choices';
import { fail, succeed } from '../../contract/result';
import type { Handlers } from '../ipc/router';
import type { History } from '../journal/history';

type HistoryHandlers = Pick<
  Handlers,
  'searchHistory' | 'exportHistory' | 'clearHistory' | 'keepHistoryFor'
>;

/** Asks the agent for the file to write to; undefined if they choose none. */
export type ChooseFile = (format: HistoryFormat) => Promise<string | undefined>;

const NONE = fail({ code: 'not-configured' });

/** The handlers for the history; without a journal there is none. */
export function createHistoryHandlers(
  findHistory: () => History | undefined,
  chooseFile: ChooseFile,
): HistoryHandlers {
  return {
    searchHistory: (query) => findHistory()?.search(query) ?? NONE,
    exportHistory: async ({ text, filter, format }) => {
      const history = findHistory();
      if (history === undefined) return NONE;
      const file = await chooseFile(format);
      if (file === undefined) return succeed(null);
      const written = await history.exportTo(file, format, text, filter);
      return written.ok ? succeed(file) : written;
    },
    clearHistory: () => findHistory()?.clear() ?? NONE,
    keepHistoryFor: ({ days }) => findHistory()?.keepFor(days) ?? NONE,
  };
}

/** The suggested name of an exported file, with its date. */
export function nameExport(format: HistoryFormat, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `sidetone-history-${day}.${format}`;
}
