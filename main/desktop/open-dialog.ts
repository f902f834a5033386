import { dialog, type BrowserWindow } from 'electron';

export interface OpenQuestion {
  /** What files of this kind are called. */
  readonly kind: string;
  /** Their endings, without the dot. */
  readonly extensions: readonly string[];
}

/** Asks in the desktop's own dialog for a file; undefined where the agent chose none. */
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
