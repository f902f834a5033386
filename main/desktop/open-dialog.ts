import { dialog, type BrowserWindow } from 'electron';

export interface OpenQuestion {
  /** The name of this kind of file. */
  readonly kind: string;
  /** The file extensions, without the dot. */
  readonly extensions: readonly string[];
}

/** Asks for a file in the desktop's native dialog; undefined if none is chosen. */
export async function askWhatToOpen(
  window: BrowserWindow,
  { kind, extensions }: OpenQuestion,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: kind, extensions: [...extensions] }],
  });
  return canceled ? undefined : filePaths[0];
}
