import type { ReactNode } from 'react';
import { AboutDialog } from './features/about/AboutDialog';
import { DialogHost } from './features/dialogs/DialogHost';
import { HelpDialog } from './features/help/HelpDialog';
import { HistoryDialog } from './features/history/HistoryDialog';
import { DialDialog } from './features/palette/DialDialog';
import { Palette } from './features/palette/Palette';
import { DeleteCallDialog } from './features/recording/DeleteCallDialog';
import { RecordingDialog } from './features/recording/RecordingDialog';

/**
 * All dialogs. `window.tsx` loads this file after the first paint, as one chunk. To load another
 * dialog late, import it only here.
 */
export function Dialogs(): ReactNode {
  return (
    <>
      <DialogHost />
      <DeleteCallDialog />
      <RecordingDialog />
      <DialDialog />
      <HistoryDialog />
      <HelpDialog />
      <AboutDialog />
      <Palette />
    </>
  );
}
