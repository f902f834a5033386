import { lazy, Suspense, type ReactNode } from 'react';
import { useWindowState } from '../../state/window-context';

/** Loaded when it is opened: hardly anybody ever does. */
const AboutDialog = lazy(() =>
  import('./AboutDialog').then((module) => ({ default: module.AboutDialog })),
);

/** What Sidetone is, its version and its licences. */
export function About(): ReactNode {
  const isOpen = useWindowState((state) => state.dialog?.kind === 'about');
  return isOpen ? (
    <Suspense>
      <AboutDialog />
    </Suspense>
  ) : null;
}
