// The first chunk. The main process has drawn the first snapshot into the page, so nothing of this is
// needed to paint it: React and the components are loaded when it is on the screen. Keep them out of here.
import { getBridge } from './bridge';
import { playRingSound } from './features/ring-sound/play-ring-sound';
import { followSnapshots } from './state/follow-snapshots';
import { followWindowRequests } from './state/follow-window-requests';
import { createWindowStore } from './state/window-store';
import './ui/tokens.css';
import './ui/base.css';

const bridge = getBridge();
const store = createWindowStore();
const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element with the id `root`.');
}

followSnapshots(bridge, store);
followWindowRequests(bridge, store);
playRingSound(bridge);
// Only a page is notified when the network is back; what the main process holds open may be dead by then.
window.addEventListener('online', () => void bridge.reportNetworkChange());

/** A window that is not painted, such as a minimized one, gets its components all the same, in ms. */
const PAINT_LIMIT_MS = 1_000;

const { revision } = root.dataset;
if (revision === undefined) {
  loadWindow(root, false);
} else {
  const limit = setTimeout(() => {
    cancelAnimationFrame(frame);
    loadWindow(root, false);
  }, PAINT_LIMIT_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(limit);
    void bridge.reportPainted({ revision: Number(revision) });
    loadWindow(root, true);
  });
}

function loadWindow(element: HTMLElement, isPainted: boolean): void {
  void import('./window').then(({ showWindow }) => showWindow(element, bridge, store, isPainted));
}
