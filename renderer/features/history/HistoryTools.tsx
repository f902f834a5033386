import { FileJson, FileSpreadsheet, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { AppError } from '../../../contract/errors';
import {
  HISTORY_DAYS,
  HISTORY_FORMATS,
  type HistoryDays,
  type HistoryFormat,
} from '../../../contract/history-choices';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import { Button } from '../../ui/Button';
import type { HistoryAlertProps } from './HistoryAlert';
import styles from './HistoryTools.module.css';
import type { FoundHistory } from './use-history';

/** The result of an action in the history that is not visible otherwise. */
export type HistoryResult =
  | { readonly kind: 'exported'; readonly file: string }
  | { readonly kind: 'failed'; readonly what: HistoryAlertProps['what']; readonly error: AppError };

/** The removal to confirm. */
type Removal = { readonly kind: 'all' } | { readonly kind: 'older'; readonly days: HistoryDays };

interface HistoryToolsProps {
  readonly history: FoundHistory;
  /** Called with the result of the last action; undefined when the next one starts. */
  readonly onResult: (result: HistoryResult | undefined) => void;
}

/** The controls for how long it is kept, for exporting and for clearing it. */
export function HistoryTools({ history, onResult }: HistoryToolsProps): ReactNode {
  const { exportHistory, clearHistory, keepHistoryFor } = useWindowActions();
  const [removal, setRemoval] = useState<Removal>();
  const [exporting, setExporting] = useState<HistoryFormat>();
  const { answer, text, filter, reload } = history;
  const page = answer?.ok === true ? answer.value : undefined;

  async function exportAs(fileFormat: HistoryFormat): Promise<void> {
    onResult(undefined);
    setExporting(fileFormat);
    const written = await exportHistory({ text, filter, format: fileFormat });
    setExporting(undefined);
    if (!written.ok) onResult({ kind: 'failed', what: 'export', error: written.error });
    else if (written.value !== null) onResult({ kind: 'exported', file: written.value });
  }

  async function change(what: 'clear' | 'keepFor', request: Promise<Result<null>>): Promise<void> {
    onResult(undefined);
    const changed = await request;
    if (!changed.ok) onResult({ kind: 'failed', what, error: changed.error });
    reload();
  }

  function keepFor(days: HistoryDays): void {
    // The arrow keys step through the choices, so a choice that removes entries must be confirmed.
    if (page !== undefined && days < page.keepDays) setRemoval({ kind: 'older', days });
    else void change('keepFor', keepHistoryFor({ days }));
  }

  return (
    <footer className={styles.tools}>
      <label className={styles.keepFor}>
        <span>{en.history.keepFor}</span>
        <select
          disabled={page === undefined}
          value={page?.keepDays ?? ''}
          onChange={(event) => {
            const chosen = HISTORY_DAYS.find((days) => String(days) === event.target.value);
            if (chosen !== undefined) keepFor(chosen);
          }}
        >
          {page === undefined && <option value="" />}
          {HISTORY_DAYS.map((days) => (
            <option key={days} value={days}>
              {en.history.days[days]}
            </option>
          ))}
        </select>
      </label>
      <Button
        look="discreet-danger"
        icon={<Trash2 aria-hidden />}
        onPress={() => setRemoval({ kind: 'all' })}
      >
        {en.history.clear}
      </Button>
      <div className={styles.exports}>
        {HISTORY_FORMATS.map((fileFormat) => (
          <Button
            key={fileFormat}
            icon={fileFormat === 'csv' ? <FileSpreadsheet aria-hidden /> : <FileJson aria-hidden />}
            isBusy={exporting === fileFormat}
            isDisabled={exporting !== undefined || page === undefined || page.total === 0}
            onPress={() => void exportAs(fileFormat)}
          >
            {en.history.export[fileFormat]}
          </Button>
        ))}
      </div>
      {removal !== undefined && (
        <RemovalConfirmation
          removal={removal}
          onCancel={() => setRemoval(undefined)}
          onConfirm={() => {
            setRemoval(undefined);
            if (removal.kind === 'all') void change('clear', clearHistory());
            else void change('keepFor', keepHistoryFor({ days: removal.days }));
          }}
        />
      )}
    </footer>
  );
}

interface RemovalConfirmationProps {
  readonly removal: Removal;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function RemovalConfirmation({
  removal,
  onConfirm,
  onCancel,
}: RemovalConfirmationProps): ReactNode {
  const texts = textsOf(removal);
  return (
    <AlertDialog
      title={texts.title}
      confirmLabel={texts.confirm}
      cancelLabel={en.window.cancel}
      canConfirm
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{texts.body}</p>
      <p>{en.history.openStays}</p>
    </AlertDialog>
  );
}

function textsOf(removal: Removal): Record<'title' | 'body' | 'confirm', string> {
  if (removal.kind === 'all') return en.history.clearing;
  const days = en.history.days[removal.days];
  const { title, body, confirm } = en.history.shortening;
  return { title: format(title, { days }), body: format(body, { days }), confirm };
}
