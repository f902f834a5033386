import { dialog, type BrowserWindow } from 'electron';

export interface SaveDialogOptions {
  /** The suggested file name, with its extension. */
  readonly fileName: string;
  /** The name of this kind of file. */
  readonly kind: string;
  /** The file extension, without the dot. */
  readonly extension: string;
}

/** Asks where to write a file in the desktop's native dialog; undefined if none is chosen. */
export async function showSaveDialog(
  window: BrowserWindow,
  { fileName, kind, extension }: SaveDialogOptions,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: fileName,
    filters: [{ name: kind, extensions: [extension] }],
  });
  // Versions of Electron differ in how they report that the dialog was canceled.
  return canceled || !filePath ? undefined : filePath;
}
