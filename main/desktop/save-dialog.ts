import { dialog, type BrowserWindow } from 'electron';

export interface SaveQuestion {
  /** The file's name as it is offered, with its ending. */
  readonly fileName: string;
  /** What files of this kind are called. */
  readonly kind: string;
  /** Their ending, without the dot. */
  readonly extension: string;
}

/** Asks in the desktop's own dialog where to write a file; undefined where the agent chose none. */
export async function askWhereToSave(
  window: BrowserWindow,
  { fileName, kind, extension }: SaveQuestion,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: fileName,
    filters: [{ name: kind, extensions: [extension] }],
  });
  // Versions of Electron differ in how they report that nothing was chosen.
  return canceled || !filePath ? undefined : filePath;
}
