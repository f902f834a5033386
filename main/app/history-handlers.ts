import type { HistoryFormat } from '../../contract/history-choices';
import { fail, succeed } from '../../contract/result';
import type { Handlers } from '../ipc/request-listeners';
import type { History } from '../journal/history';
import type { WrapUps } from '../journal/wrap-ups';
import { formatLocalDay } from '../time/format-local-time';

type HistoryHandlers = Pick<
  Handlers,
  'searchHistory' | 'exportHistory' | 'clearHistory' | 'keepHistoryFor' | 'saveWrapUp'
>;

/** Asks the agent for the file to write to; undefined if none is chosen. */
export type ChooseFile = (format: HistoryFormat) => Promise<string | undefined>;

const NONE = fail({ code: 'not-configured' });

/** The handlers for the history. Without a journal the history is empty. */
export function createHistoryHandlers(
  findSaved: () => { readonly history: History | undefined; readonly wrapUps: WrapUps | undefined },
  chooseFile: ChooseFile,
): HistoryHandlers {
  return {
    saveWrapUp: ({ callId, sequence, at, ...wrapUp }) => {
      const { wrapUps } = findSaved();
      wrapUps?.save(callId, wrapUp, { sequence, at });
      return wrapUps === undefined ? NONE : succeed(null);
    },
    searchHistory: (query) => findSaved().history?.search(query) ?? NONE,
    exportHistory: async ({ text, filter, format }) => {
      if (findSaved().history === undefined) return NONE;
      const file = await chooseFile(format);
      if (file === undefined) return succeed(null);
      // Another profile may have replaced the one in use since.
      const written = await findSaved().history?.exportTo(file, format, text, filter);
      return written?.ok === true ? succeed(file) : (written ?? NONE);
    },
    clearHistory: async () => {
      const { history, wrapUps } = findSaved();
      const cleared = (await history?.clear()) ?? NONE;
      if (cleared.ok) wrapUps?.forgetEnded();
      return cleared;
    },
    keepHistoryFor: ({ days }) => findSaved().history?.keepFor(days) ?? NONE,
  };
}

/** The suggested name of an exported file, with its date. */
export function nameExport(format: HistoryFormat, now: number): string {
  return `sidetone-history-${formatLocalDay(now)}.${format}`;
}
