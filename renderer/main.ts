// The first chunk. The main process has drawn the first snapshot into the page, so no script is
// needed to paint it. React and the components are loaded after the paint, so do not import them
// here.
import { CALL_BAR_QUERY } from '../contract/app-address';
import { getBridge } from './bridge';
import { playRingSound } from './features/ring-sound/play-ring-sound';
import { followSnapshots } from './state/follow-snapshots';
import { followWindowRequests } from './state/follow-window-requests';
import { reportErrors } from './state/report-errors';
import { createWindowStore } from './state/window-store';
import { reportResumed } from './ui/resumed';
import './ui/tokens.css';
import './ui/base.css';

const bridge = getBridge();
const store = createWindowStore();
const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element with the id `root`.');
}

reportErrors(bridge);
followSnapshots(bridge, store);
bridge.onResumed(reportResumed);

/**
 * A window that is not painted, such as a minimized one, gets its components after this time, in
 * ms.
 */
const PAINT_LIMIT_MS = 1_000;

if (location.search === CALL_BAR_QUERY) {
  void import('./call-bar').then(({ showCallBar }) => showCallBar(root, bridge, store));
} else {
  startWindow(root);
}

function startWindow(element: HTMLElement): void {
  followWindowRequests(bridge, store);
  playRingSound(bridge);
  // Only pages are notified when the network is back. The main process's open connections may be
  // dead by then.
  window.addEventListener('online', () => void bridge.reportNetworkChange());
  if (element.dataset.revision === undefined) {
    loadWindow(element, false);
    return;
  }
  const paints = new PerformanceObserver(load);
  paints.observe({ type: 'paint', buffered: true });
  const limit = setTimeout(load, PAINT_LIMIT_MS);

  // Loading earlier would delay the paint: the files come from the process that also starts the window.
  function load(): void {
    paints.disconnect();
    clearTimeout(limit);
    const { painted } = element.dataset;
    // Otherwise a late frame would be reported as well (preload/report-first-frame.ts).
    if (painted === undefined) delete element.dataset.revision;
    loadWindow(element, painted !== undefined);
  }
}

function loadWindow(element: HTMLElement, isPainted: boolean): void {
  void import('./window').then(({ showWindow }) => showWindow(element, bridge, store, isPainted));
}
