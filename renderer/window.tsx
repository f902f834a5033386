import {
  lazy,
  StrictMode,
  Suspense,
  useLayoutEffect,
  type ComponentType,
  type ReactNode,
} from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../contract/bridge';
import type { Snapshot } from '../contract/snapshot';
import { App } from './App';
import { useReportPainted } from './state/use-report-painted';
import { createWindowActions, WindowContext } from './state/window-context';
import type { WindowStore } from './state/window-store';
import { ErrorBoundary } from './ui/ErrorBoundary';

/** Loaded after the paint, so that a shortcut opens a dialog without delay. */
const Dialogs = lazy(() => import('./Dialogs').then((module) => ({ default: module.Dialogs })));
/** Loaded on demand, by a window whose profile was removed while it was open. */
const LazyWelcome = lazy(() => loadWelcome().then((Welcome) => ({ default: Welcome })));

async function loadWelcome(): Promise<ComponentType> {
  return (await import('./features/welcome/Welcome')).Welcome;
}

/**
 * Shows the window as soon as there is a snapshot, because without one even "No call" would be a
 * guess. Replaces the content drawn into `root`. `isPainted`: whether that content was painted and
 * reported.
 */
export async function showWindow(
  root: HTMLElement,
  bridge: Bridge,
  store: WindowStore,
  isPainted: boolean,
): Promise<void> {
  // For profiling the start; see docs/performance.md.
  performance.mark('components loaded');
  const { hasProfile } = await waitForSnapshot(store);
  // The dialog is already drawn, so it must not disappear while its code is loading.
  const Welcome = hasProfile ? LazyWelcome : await loadWelcome();
  const actions = createWindowActions(bridge, store);
  createRoot(root, { onCaughtError: reportError }).render(
    <StrictMode>
      <WindowContext value={{ store, actions }}>
        <ErrorBoundary isFloating>
          <App
            welcome={
              <Suspense>
                <Welcome />
              </Suspense>
            }
          />
        </ErrorBoundary>
        <ErrorBoundary isFloating onRetry={actions.closeDialog}>
          <Suspense>
            <Dialogs />
          </Suspense>
        </ErrorBoundary>
        {!isPainted && <ReportPainted />}
        <AcceptInput />
      </WindowContext>
    </StrictMode>,
  );
}

function waitForSnapshot(store: WindowStore): Promise<Snapshot> {
  const { snapshot } = store.getState();
  if (snapshot !== undefined) {
    return Promise.resolve(snapshot);
  }
  return new Promise((resolve) => {
    const stopWaiting = store.subscribe((state) => {
      if (state.snapshot === undefined) {
        return;
      }
      stopWaiting();
      resolve(state.snapshot);
    });
  });
}

function ReportPainted(): ReactNode {
  useReportPainted();
  return null;
}

/** The page is inert until its components are loaded, because a press would be lost. */
function AcceptInput(): ReactNode {
  useLayoutEffect(() => {
    document.getElementById('root')?.removeAttribute('inert');
  }, []);
  return null;
}
