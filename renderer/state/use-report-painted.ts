import { useEffect } from 'react';
import { useWindowActions, useWindowState } from './window-context';

/** Reports the paint of the first snapshot to the main process, once. */
export function useReportPainted(): void {
  const { reportPainted } = useWindowActions();
  const hasSnapshot = useWindowState((state) => state.snapshot !== undefined);
  useEffect(() => {
    if (!hasSnapshot) {
      return;
    }
    const frame = requestAnimationFrame(reportPainted);
    return () => cancelAnimationFrame(frame);
  }, [hasSnapshot, reportPainted]);
}
