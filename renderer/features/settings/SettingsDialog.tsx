import { ArrowLeft, ChevronRight, X } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { en } from '../../../contract/locale/en';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { dialogEvents } from '../../ui/dialog-events';
import frame from '../../ui/LargeDialog.module.css';
import { useIsWide } from '../../ui/use-is-wide';
import { useModal } from '../../ui/use-modal';
import { DemoNotice } from './DemoNotice';
import { listPages, type SettingsPage } from './pages';
import shared from './Settings.module.css';
import styles from './SettingsDialog.module.css';
import { SettingsContext, useLoadSettings } from './settings-context';

/**
 * All settings, on pages. Changes take effect at once, except in the forms of services and of You,
 * which are saved. In a wide window the list of pages stays next to the page.
 */
export function SettingsDialog({ page: first }: { readonly page?: string | undefined }): ReactNode {
  const { closeDialog } = useWindowActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [chosen, setChosen] = useState(first);
  const [left, setLeft] = useState<string>();
  const isWide = useIsWide();
  useModal(dialog);
  const loaded = useLoadSettings();
  const pages = listPages(loaded.settings);
  const open = pages.find(({ id }) => id === chosen);
  const page = open ?? (isWide && loaded.settings !== undefined ? pages[0] : undefined);
  const hasBack = page !== undefined && !isWide;
  const goBack = (): void => {
    setLeft(page?.id);
    setChosen(undefined);
  };

  return createPortal(
    <dialog
      ref={dialog}
      aria-modal="true"
      aria-labelledby={titleId}
      className={`${frame.dialog} ${styles.dialog}`}
      {...dialogEvents(closeDialog, hasBack ? goBack : closeDialog)}
    >
      <header className={frame.head}>
        {hasBack && (
          <Button
            look="quiet"
            icon={<ArrowLeft aria-hidden />}
            label={en.settings.back}
            onPress={goBack}
          />
        )}
        <h2 id={titleId} className={`${frame.title} ${styles.title}`}>
          {en.settings.title}
        </h2>
        <Button
          look="quiet"
          icon={<X aria-hidden />}
          label={en.settings.close}
          onPress={closeDialog}
        />
      </header>
      <SettingsContext value={loaded}>
        {loaded.settings !== undefined && loaded.settings.running !== 'stored' && (
          <DemoNotice running={loaded.settings.running} />
        )}
        <div className={styles.columns}>
          {(isWide || page === undefined) && (
            <PageList pages={pages} current={page} left={left} onChoose={setChosen} />
          )}
          {page !== undefined && <Page key={page.id} page={page} takesFocus={!isWide} />}
        </div>
      </SettingsContext>
    </dialog>,
    document.body,
  );
}

interface PageListProps {
  readonly pages: readonly SettingsPage[];
  readonly current: SettingsPage | undefined;
  /** The page that the list replaces. Its entry gets the focus. */
  readonly left: string | undefined;
  readonly onChoose: (id: string) => void;
}

function PageList({ pages, current, left, onChoose }: PageListProps): ReactNode {
  return (
    <nav className={styles.pages} aria-label={en.settings.title}>
      <ul>
        {pages.map(({ id, title, summary, icon: Icon }) => (
          <li key={id}>
            <button
              type="button"
              ref={id === left ? takeFocus : undefined}
              className={styles.pageLink}
              aria-current={id === current?.id ? 'page' : undefined}
              onClick={() => onChoose(id)}
            >
              <Icon aria-hidden />
              <span className={styles.pageText}>
                <span>{title}</span>
                {summary !== undefined && <span className={styles.summary}>{summary}</span>}
              </span>
              <ChevronRight className={styles.chevron} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PageProps {
  readonly page: SettingsPage;
  /** Whether it replaces the list, which had the focus. */
  readonly takesFocus: boolean;
}

function Page({ page, takesFocus }: PageProps): ReactNode {
  const { title, content } = page;
  const titleId = useId();
  return (
    <section className={styles.page} aria-labelledby={titleId}>
      <h3
        id={titleId}
        ref={takesFocus ? takeFocus : undefined}
        tabIndex={-1}
        className={shared.pageTitle}
      >
        {title}
      </h3>
      {content}
    </section>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
