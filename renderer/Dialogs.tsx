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
 * Everything that opens over the window. `window.tsx` loads this file after the first paint, as one chunk: to
 * load a further dialog late, import it here and nowhere else.
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
