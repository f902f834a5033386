import { useCallback, useEffect, useState } from 'react';
import type { HistoryPage } from '../../../contract/history';
import { MAX_HISTORY_PAGE } from '../../../contract/history-choices';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';

/** So many entries are drawn at first, and so many more whenever the end comes into sight. */
const PAGE = 100;

/** What the history answers to the text that was typed last. */
export interface FoundHistory {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Undefined until the first answer; then the last one, until the next has come. */
  readonly answer: Result<HistoryPage> | undefined;
  /** When it came, in ms since the epoch. */
  readonly answeredAt: number;
  readonly showMore: () => void;
  /** Asks again, because something was changed. */
  readonly reload: () => void;
}

export function useHistory(): FoundHistory {
  const { searchHistory } = useWindowActions();
  const [dialog, setQuestion] = useState({ text: '', limit: PAGE });
  const [{ answer, answeredAt }, setAnswered] = useState<
    Pick<FoundHistory, 'answer' | 'answeredAt'>
  >({ answer: undefined, answeredAt: 0 });

  useEffect(() => {
    let isWanted = true;
    void searchHistory(dialog).then((result) => {
      if (isWanted) setAnswered({ answer: result, answeredAt: Date.now() });
    });
    return () => {
      isWanted = false;
    };
  }, [dialog, searchHistory]);

  const drawn = answer?.ok === true ? answer.value.entries.length : 0;
  return {
    text: dialog.text,
    setText: useCallback((text: string) => setQuestion({ text, limit: PAGE }), []),
    answer,
    answeredAt,
    showMore: useCallback(() => {
      // The end of what was asked for last is in sight: not before its answer is there.
      setQuestion((last) =>
        drawn === last.limit && drawn < MAX_HISTORY_PAGE
          ? { ...last, limit: last.limit + PAGE }
          : last,
      );
    }, [drawn]),
    reload: useCallback(() => setQuestion((last) => ({ ...last })), []),
  };
}
