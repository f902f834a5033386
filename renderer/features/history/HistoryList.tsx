import { useId, type ReactNode, type UIEvent } from 'react';
import type { HistoryPage } from '../../../contract/history';
import { MAX_HISTORY_PAGE, type HistoryFilter } from '../../../contract/history-choices';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { Sentence } from '../../ui/Name';
import { useToday } from '../../ui/use-today';
import styles from './HistoryList.module.css';
import { groupByDay, type HistoryDay } from './history-days';
import { HistoryRow, type CallEntry } from './HistoryRow';

/** How far before the end of the list more entries are drawn, in CSS pixels. */
const NEAR_END = 600;

interface HistoryListProps {
  readonly page: HistoryPage;
  readonly text: string;
  readonly filter: HistoryFilter;
  readonly onNearEnd: () => void;
  /** Called to edit the note and outcome of this call. */
  readonly onWrite: (entry: CallEntry) => void;
}

/** The entries by day, newest first, drawn as far as the agent has scrolled. */
export function HistoryList(props: HistoryListProps): ReactNode {
  const { page, text, filter, onNearEnd, onWrite } = props;
  const { entries, total } = page;
  const today = useToday();
  return (
    <div
      className={styles.list}
      role="region"
      aria-label={en.history.entries}
      tabIndex={0}
      onScroll={(event) => {
        if (isNearEnd(event)) onNearEnd();
      }}
    >
      {groupByDay(entries, today).map((day) => (
        <Day key={`${day.key} ${day.entries[0]?.at ?? ''}`} day={day} onWrite={onWrite} />
      ))}
      {entries.length === 0 && <Nothing text={text} filter={filter} />}
      {entries.length === MAX_HISTORY_PAGE && total > entries.length && (
        <p className={styles.rest}>{format(en.history.onlyNewest, { count: entries.length })}</p>
      )}
    </div>
  );
}

interface DayProps extends Pick<HistoryListProps, 'onWrite'> {
  readonly day: HistoryDay;
}

function Day({ day, onWrite }: DayProps): ReactNode {
  const titleId = useId();
  return (
    <>
      <h3 id={titleId} className={styles.day}>
        {day.title}
      </h3>
      <ul aria-labelledby={titleId}>
        {day.entries.map((entry, index) => (
          <HistoryRow key={`${entry.at} ${index}`} entry={entry} onWrite={onWrite} />
        ))}
      </ul>
    </>
  );
}

function Nothing({ text, filter }: Pick<HistoryListProps, 'text' | 'filter'>): ReactNode {
  const isSearch = text.trim() !== '';
  return (
    <div className={styles.nothing}>
      {isSearch && (
        <p>
          <Sentence text={en.history.nothingFound} values={{ text: text.trim() }} />
        </p>
      )}
      {!isSearch && filter !== 'all' && <p>{en.history.noneOfThese[filter]}</p>}
      {!isSearch && filter === 'all' && (
        <>
          <p className={styles.title}>{en.history.empty}</p>
          <p>{en.history.emptyHint}</p>
        </>
      )}
    </div>
  );
}

function isNearEnd({ currentTarget: list }: UIEvent<HTMLElement>): boolean {
  return list.scrollTop + list.clientHeight > list.scrollHeight - NEAR_END;
}
