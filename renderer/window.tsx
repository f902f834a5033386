import { lazy, StrictMode, Suspense, useLayoutEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../contract/bridge';
import { App } from './App';
import { useReportPainted } from './state/use-report-painted';
import { createWindowActions, WindowContext } from './state/window-context';
import type { WindowStore } from './state/window-store';

/** Loaded while the window is already in use, so that a shortcut opens a dialog at once. */
const Dialogs = lazy(() => import('./Dialogs').then((module) => ({ default: module.Dialogs })));

/**
 * Shows the window as soon as there is a snapshot: before the first one even "No call" would be a guess.
 * Replaces what was drawn into `root` already; `isPainted` if that is on the screen and reported.
 */
export function showWindow(
  root: HTMLElement,
  bridge: Bridge,
  store: WindowStore,
  isPainted: boolean,
): void {
  // For the profile of a start; see docs/performance.md.
  performance.mark('components loaded');
  if (store.getState().snapshot === undefined) {
    const stopWaiting = store.subscribe(() => {
      stopWaiting();
      showWindow(root, bridge, store, isPainted);
    });
    return;
  }
  createRoot(root).render(
    <StrictMode>
      <WindowContext value={{ store, actions: createWindowActions(bridge, store) }}>
        <App />
        <Suspense>
          <Dialogs />
        </Suspense>
        {!isPainted && <ReportPainted />}
        <AcceptInput />
      </WindowContext>
    </StrictMode>,
  );
}

function ReportPainted(): ReactNode {
  useReportPainted();
  return null;
}

/** The page takes no input while it is only drawn: a press would be lost. */
function AcceptInput(): ReactNode {
  useLayoutEffect(() => document.getElementById('root')?.removeAttribute('inert'), []);
  return null;
}
