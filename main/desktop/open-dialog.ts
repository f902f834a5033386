import { dialog, type BrowserWindow } from 'electron';

export interface OpenQuestion {
  /** What files of this kind are called. */
  readonly kind: string;
  /** Their ending, without the dot. */
  readonly extension: string;
}

/** Asks in the desktop's own dialog for a file; undefined where the agent chose none. */
export async function askWhatToOpen(
  window: BrowserWindow,
  { kind, extension }: OpenQuestion,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: kind, extensions: [extension] }],
  });
  return canceled ? undefined : filePaths[0];
}
