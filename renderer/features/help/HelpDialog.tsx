import { lazy, Suspense, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import styles from './Help.module.css';
import type { PageName } from './pages';

/** The pages and their pictures are loaded only when Help is opened. */
const HelpPage = lazy(() => import('./HelpPage').then((module) => ({ default: module.HelpPage })));

/** The guide for agents and the list of shortcuts, as in the folder `docs`. */
export function HelpDialog(): ReactNode {
  const isOpen = useWindowState((state) => state.dialog?.kind === 'help');
  return isOpen ? <OpenHelp /> : null;
}

function OpenHelp(): ReactNode {
  const { closeDialog } = useWindowActions();
  const [name, setName] = useState<PageName>('guide.md');
  return (
    <Dialog title={en.help.title} answers={[]} cancelLabel={en.help.close} onCancel={closeDialog}>
      <div className={styles.page}>
        <Suspense fallback={<p role="status">{en.help.loading}</p>}>
          <HelpPage name={name} onOpen={setName} />
        </Suspense>
      </div>
    </Dialog>
  );
}
