/**
 * What the agent chooses from in the history. Kept apart from the schemas so that the window bundles no
 * validator.
 */

/** For how many days what happened is kept. */
export const HISTORY_DAYS = [1, 7, 30, 90, 365] as const;
export type HistoryDays = (typeof HISTORY_DAYS)[number];

export const HISTORY_FORMATS = ['csv', 'json'] as const;
export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

/** How many entries the window can ask for at most. */
export const MAX_HISTORY_PAGE = 1_000;

/** Which entries are listed: all, or only the calls of one kind. */
export const HISTORY_FILTERS = ['all', 'missed', 'inbound', 'outbound'] as const;
export type HistoryFilter = (typeof HISTORY_FILTERS)[number];
