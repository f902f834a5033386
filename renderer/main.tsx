import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { getBridge } from './bridge';
import { followSnapshots } from './state/follow-snapshots';
import { playRingSound } from './features/ring-sound/play-ring-sound';
import { createWindowActions, WindowContext } from './state/window-context';
import { createWindowStore } from './state/window-store';
import './ui/tokens.css';
import './ui/base.css';

const bridge = getBridge();
const store = createWindowStore();

function draw(): void {
  const root = document.getElementById('root');
  if (root === null) {
    throw new Error('index.html has no element with the id `root`.');
  }
  createRoot(root).render(
    <StrictMode>
      <WindowContext value={{ store, actions: createWindowActions(bridge, store) }}>
        <App />
      </WindowContext>
    </StrictMode>,
  );
}

// Before the first snapshot even "No call" would be a guess.
const stopWaiting = store.subscribe(() => {
  stopWaiting();
  draw();
});
followSnapshots(bridge, store);
playRingSound(bridge);
// Only a page is notified when the network is back; what the main process holds open may be dead by then.
window.addEventListener('online', () => void bridge.reportNetworkChange());
