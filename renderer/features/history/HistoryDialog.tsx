import { LoaderCircle, Search, X } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { HISTORY_FILTERS } from '../../../contract/history-choices';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { MAX_SEARCH } from '../../../contract/search-limit';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Sentence } from '../../ui/Name';
import { dialogEvents } from '../../ui/dialog-events';
import { useModal } from '../../ui/use-modal';
import { HistoryAlert } from './HistoryAlert';
import { WrapUpDialog, type WrappedUpCall } from '../wrap-up/WrapUpDialog';
import { HistoryList } from './HistoryList';
import { nameCall, type CallEntry } from './HistoryRow';
import { HistoryTools, type HistoryResult } from './HistoryTools';
import frame from '../../ui/LargeDialog.module.css';
import styles from './HistoryDialog.module.css';
import { useHistory, type FoundHistory } from './use-history';

/** The history, which can be searched, exported and cleared. */
export function HistoryDialog(): ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  return dialog?.kind === 'history' ? <OpenHistory /> : null;
}

function OpenHistory(): ReactNode {
  const { closeDialog } = useWindowActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const history = useHistory();
  const [result, setResult] = useState<HistoryResult>();
  const [written, setWritten] = useState<CallEntry>();
  useModal(dialog, searchField);

  return createPortal(
    <dialog
      ref={dialog}
      aria-modal="true"
      aria-labelledby={titleId}
      className={`${frame.dialog} ${styles.dialog}`}
      {...dialogEvents(closeDialog)}
    >
      <header className={frame.head}>
        <h2 id={titleId} className={frame.title}>
          {en.history.title}
        </h2>
        <span role="status" className={styles.count}>
          {describeCount(history)}
        </span>
        <Button
          look="quiet"
          icon={<X aria-hidden />}
          label={en.history.close}
          onPress={closeDialog}
        />
      </header>
      <div className={styles.query}>
        <label className={styles.search}>
          <Search aria-hidden />
          <input
            ref={searchField}
            type="search"
            aria-label={en.history.search}
            placeholder={en.history.searchHint}
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_SEARCH}
            value={history.text}
            onChange={(event) => history.setText(event.target.value)}
          />
        </label>
        <FilterChoice history={history} />
      </div>
      <Found history={history} onWrite={setWritten} />
      <HistoryTools history={history} onResult={setResult} />
      {result !== undefined && <Result result={result} />}
      {written !== undefined && (
        <WrapUpDialog
          call={toWrittenCall(written)}
          onClose={() => {
            setWritten(undefined);
            history.reload();
          }}
        />
      )}
    </dialog>,
    document.body,
  );
}

function FilterChoice({ history }: { readonly history: FoundHistory }): ReactNode {
  return (
    <select
      aria-label={en.history.filter}
      className={styles.choice}
      value={history.filter}
      onChange={(event) => {
        const chosen = HISTORY_FILTERS.find((filter) => filter === event.target.value);
        if (chosen !== undefined) history.setFilter(chosen);
      }}
    >
      {HISTORY_FILTERS.map((filter) => (
        <option key={filter} value={filter}>
          {en.history.filters[filter]}
        </option>
      ))}
    </select>
  );
}

function toWrittenCall(entry: CallEntry): WrappedUpCall {
  const { callId, at, wrapUp } = entry;
  return { callId, name: nameCall(entry), wrapUp, at };
}

interface FoundProps {
  readonly history: FoundHistory;
  readonly onWrite: (entry: CallEntry) => void;
}

function Found({ history, onWrite }: FoundProps): ReactNode {
  const { answer, text, filter, showMore } = history;
  if (answer === undefined) {
    return (
      <p className={styles.loading}>
        <LoaderCircle aria-hidden />
        {en.history.loading}
      </p>
    );
  }
  return answer.ok ? (
    <HistoryList
      page={answer.value}
      text={text}
      filter={filter}
      onNearEnd={showMore}
      onWrite={onWrite}
    />
  ) : (
    <div className={styles.failed}>
      <HistoryAlert what="search" error={answer.error} />
    </div>
  );
}

function Result({ result }: { readonly result: HistoryResult }): ReactNode {
  return result.kind === 'failed' ? (
    <HistoryAlert what={result.what} error={result.error} />
  ) : (
    <p role="status" className={styles.result}>
      <Sentence text={en.history.exported} values={{ file: result.file }} />
    </p>
  );
}

function describeCount({ answer }: FoundHistory): string {
  if (answer?.ok !== true) return '';
  const { total } = answer.value;
  return total === 1 ? en.history.oneEntry : format(en.history.count, { count: total });
}
