import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../contract/bridge';
import { en } from '../contract/locale/en';
import { CallBar } from './features/call-bar/CallBar';
import { createWindowActions, WindowContext } from './state/window-context';
import type { WindowStore } from './state/window-store';
import { ErrorBoundary } from './ui/ErrorBoundary';

/** Shows the call bar once there is a snapshot. */
export function showCallBar(root: HTMLElement, bridge: Bridge, store: WindowStore): void {
  document.title = en.callBar.title;
  const stopWaiting = store.subscribe(draw);
  draw();

  function draw(): void {
    if (store.getState().snapshot === undefined) return;
    stopWaiting();
    createRoot(root, { onCaughtError: reportError }).render(
      <StrictMode>
        <WindowContext value={{ store, actions: createWindowActions(bridge, store) }}>
          <ErrorBoundary isFloating>
            <CallBar />
          </ErrorBoundary>
        </WindowContext>
      </StrictMode>,
    );
  }
}
