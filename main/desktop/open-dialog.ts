import { dialog, type BrowserWindow } from 'electron';

export interface OpenDialogOptions {
  /** The name of this kind of file. */
  readonly kind: string;
  /** The file extensions, without the dot. */
  readonly extensions: readonly string[];
}

/** Asks for a file in the desktop's native dialog; undefined if none is chosen. */
export async function showOpenDialog(
  window: BrowserWindow,
  { kind, extensions }: OpenDialogOptions,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: kind, extensions: [...extensions] }],
  });
  return canceled ? undefined : filePaths[0];
}
