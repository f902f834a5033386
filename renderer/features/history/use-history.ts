import { useCallback, useEffect, useState } from 'react';
import type { HistoryPage } from '../../../contract/history';
import { MAX_HISTORY_PAGE, type HistoryFilter } from '../../../contract/history-choices';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';

/** How many entries are drawn at first, and added whenever the end becomes visible. */
const PAGE = 100;

interface Query {
  readonly text: string;
  readonly filter: HistoryFilter;
  readonly limit: number;
}

const EVERYTHING: Query = { text: '', filter: 'all', limit: PAGE };

/** The entries for the current text and filter. */
export interface FoundHistory {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly filter: HistoryFilter;
  readonly setFilter: (filter: HistoryFilter) => void;
  /** Undefined until the first answer; then the latest answer. */
  readonly answer: Result<HistoryPage> | undefined;
  readonly showMore: () => void;
  /** Requests it again after a change. */
  readonly reload: () => void;
}

export function useHistory(): FoundHistory {
  const { searchHistory } = useWindowActions();
  const [query, setQuery] = useState(EVERYTHING);
  const [answer, setAnswer] = useState<FoundHistory['answer']>();

  useEffect(() => {
    let isWanted = true;
    void searchHistory(query).then((result) => {
      if (isWanted) setAnswer(result);
    });
    return () => {
      isWanted = false;
    };
  }, [query, searchHistory]);

  const drawn = answer?.ok === true ? answer.value.entries.length : 0;
  return {
    text: query.text,
    setText: useCallback(
      (text: string) => setQuery((last) => ({ ...last, text, limit: PAGE })),
      [],
    ),
    filter: query.filter,
    setFilter: useCallback(
      (filter: HistoryFilter) => setQuery((last) => ({ ...last, filter, limit: PAGE })),
      [],
    ),
    answer,
    showMore: useCallback(() => {
      // The end of the list counts as reached only after the answer to the last request.
      setQuery((last) =>
        drawn === last.limit && drawn < MAX_HISTORY_PAGE
          ? { ...last, limit: last.limit + PAGE }
          : last,
      );
    }, [drawn]),
    reload: useCallback(() => setQuery((last) => ({ ...last })), []),
  };
}
