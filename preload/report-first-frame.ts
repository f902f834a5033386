/**
 * Reports the first frame of a page that the main process has drawn, with the revision of its snapshot. The
 * page's own script may not have arrived by then. The frame is marked with `data-painted` for that script.
 */
export function reportFirstFrame(report: (revision: number) => void): void {
  // The content is complete when the document becomes `interactive`, which is the first change.
  document.addEventListener('readystatechange', waitForFrame, { once: true });

  function waitForFrame(): void {
    const root = document.getElementById('root');
    if (root?.dataset.revision === undefined) return;
    requestAnimationFrame(() => {
      const { revision } = root.dataset;
      // If the page has given up waiting, it reports when its components have replaced this content.
      if (revision === undefined) return;
      root.dataset.painted = 'true';
      report(Number(revision));
    });
  }
}
