/**
 * The choices in the history. Separate from the schemas so that the window bundles no validator.
 */

/** The number of days to keep the history. */
export const HISTORY_DAYS = [1, 7, 30, 90, 365] as const;
export type HistoryDays = (typeof HISTORY_DAYS)[number];

export const HISTORY_FORMATS = ['csv', 'json'] as const;
export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

/** The maximum number of entries that the window can request. */
export const MAX_HISTORY_PAGE = 1_000;

/** The filter of entries: all, or only calls of one kind. */
export const HISTORY_FILTERS = ['all', 'missed', 'inbound', 'outbound'] as const;
export type HistoryFilter = (typeof HISTORY_FILTERS)[number];
