import type { Direction } from '../../call-model';
import type { CommandOutcome } from '../../commands';
import type { HistoryDays, HistoryFilter, HistoryFormat } from '../../history-choices';

/** The history. */
export const history = {
  title: 'History',
  open: 'History',
  close: 'Close',

  joined: 'Joined',
  left: 'Left',
  joinedAndLeft: 'Joined and left',
  joinedNames: 'Joined: {names}',
  leftNames: 'Left: {names}',
  commandOutcomes: {
    sent: 'Sent',
    confirmed: 'Done',
    failed: 'Failed',
    unknown: 'Not known',
  } satisfies Record<CommandOutcome, string>,

  missed: 'Missed',
  directions: { inbound: 'Incoming', outbound: 'Outgoing' } satisfies Record<Direction, string>,
  filter: 'Show',
  filters: {
    all: 'Everything',
    missed: 'Missed calls',
    inbound: 'Incoming calls',
    outbound: 'Outgoing calls',
  } satisfies Record<HistoryFilter, string>,
  noneOfThese: {
    missed: 'There are no missed calls.',
    inbound: 'There are no incoming calls.',
    outbound: 'There are no outgoing calls.',
  } satisfies Record<Exclude<HistoryFilter, 'all'>, string>,

  search: 'Search the history',
  searchHint: 'Search',
  entries: 'What happened',
  today: 'Today',
  yesterday: 'Yesterday',
  loading: 'Loading the history…',
  empty: 'Nothing has happened yet.',
  emptyHint: 'Your calls, the people who join and leave them, and your actions appear here.',
  nothingFound: 'Nothing matches “{text}”.',
  count: '{count} entries',
  oneEntry: '1 entry',
  onlyNewest: 'Only the newest {count} are shown. Search for older ones, or export them all.',
  nameAndNumber: '{name} · {number}',
  lasted: 'Lasted {time}',
  endedAway: 'Ended while you were away',

  export: { csv: 'Export CSV', json: 'Export JSON' } satisfies Record<HistoryFormat, string>,
  exported: 'Exported to {file}',
  fileTypes: { csv: 'Table (CSV)', json: 'JSON' } satisfies Record<HistoryFormat, string>,
  columns: {
    time: 'Time',
    ended: 'Ended',
    what: 'What',
    who: 'Who',
    outcome: 'Outcome',
    why: 'Why',
    direction: 'Direction',
    about: 'About',
    result: 'Wrap-up outcome',
    note: 'Note',
  },

  keepFor: 'Keep for',
  days: {
    1: '1 day',
    7: '7 days',
    30: '30 days',
    90: '90 days',
    365: '1 year',
  } satisfies Record<HistoryDays, string>,

  clear: 'Clear history',
  clearing: {
    title: 'Clear the history?',
    body: 'This removes all calls that have ended, and all actions, from the history on this computer. It cannot be undone.',
    confirm: 'Clear',
  },
  shortening: {
    title: 'Keep the history for {days} only?',
    body: 'Everything older than {days} is removed now. This cannot be undone.',
    confirm: 'Remove older entries',
  },
  openStays:
    'A TalkSpace that is still open stays in the history, so that Sidetone can find it after a crash.',

  failures: {
    search: 'The history could not be read.',
    export: 'The history could not be exported.',
    clear: 'The history could not be cleared.',
    keepFor: 'The retention period could not be changed.',
  },
};
