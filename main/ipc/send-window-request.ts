import { once } from 'node:events';
import type { WebContents } from 'electron';
import { DIAL_REQUEST_CHANNEL, LINK_CHANNEL, QUIT_REQUEST_CHANNEL } from '../../contract/channels';
import type { OpenedLink } from '../../contract/settings';

/** Opens the dialog with this number in a window, as soon as its page is loaded. */
export function sendDialRequest(contents: WebContents, number: string): Promise<void> {
  return sendWhenLoaded(contents, DIAL_REQUEST_CHANNEL, number);
}

/** Shows a link's request, as soon as the page is loaded. */
export function sendLink(contents: WebContents, link: OpenedLink): Promise<void> {
  return sendWhenLoaded(contents, LINK_CHANNEL, link);
}

/** Asks the agent in a window to confirm quitting during a call. */
export function sendQuitRequest(contents: WebContents): Promise<void> {
  return sendWhenLoaded(contents, QUIT_REQUEST_CHANNEL);
}

async function sendWhenLoaded(contents: WebContents, channel: string, value?: unknown) {
  if (contents.isLoadingMainFrame()) await once(contents, 'did-finish-load');
  if (!contents.isDestroyed()) contents.send(channel, value);
}
