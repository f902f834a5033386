import { once } from 'node:events';
import type { WebContents } from 'electron';
import { DIAL_REQUEST_CHANNEL, QUIT_REQUEST_CHANNEL } from '../../contract/channels';

/** Opens the dialog with this number in a window, as soon as its page is loaded. */
export function sendDialRequest(contents: WebContents, number: string): Promise<void> {
  return sendWhenLoaded(contents, DIAL_REQUEST_CHANNEL, number);
}

/** Has the agent confirm in a window that the app is to end during a call. */
export function sendQuitRequest(contents: WebContents): Promise<void> {
  return sendWhenLoaded(contents, QUIT_REQUEST_CHANNEL);
}

async function sendWhenLoaded(contents: WebContents, channel: string, value?: string) {
  if (contents.isLoadingMainFrame()) await once(contents, 'did-finish-load');
  if (!contents.isDestroyed()) contents.send(channel, value);
}
