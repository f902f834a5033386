import { once } from 'node:events';
import type { WebContents } from 'electron';
import { DIAL_REQUEST_CHANNEL } from '../../contract/channels';

/** Opens the dialog with this number in a window, as soon as its page is loaded. */
export async function sendDialRequest(contents: WebContents, number: string): Promise<void> {
  if (contents.isLoadingMainFrame()) await once(contents, 'did-finish-load');
  if (!contents.isDestroyed()) contents.send(DIAL_REQUEST_CHANNEL, number);
}
