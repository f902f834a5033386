import type { Shell } from 'electron';

/** Opens a page of the profile in the browser. Anything but `https:` is refused. */
export async function openPage(shell: Pick<Shell, 'openExternal'>, url: string): Promise<void> {
  if (new URL(url).protocol !== 'https:') throw new Error('only https: pages are opened');
  await shell.openExternal(url);
}
