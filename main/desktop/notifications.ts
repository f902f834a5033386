import { Notification } from 'electron';
import type { News } from './roster-news';

export interface NotifierOptions {
  readonly platform: NodeJS.Platform;
  /** The agent clicked it. */
  readonly onClick: () => void;
  /** Called for each; with `why` when it could not be shown, and `detail` if the desktop gave one. */
  readonly onShown: (news: News, why?: NotShownReason, detail?: string) => void;
}

export type NotShownReason = 'not-supported' | 'desktop-refused';

/** Shows a notification in place of the one before it; it never takes the focus by itself. */
export function createNotifier(options: NotifierOptions): (news: News) => void {
  const { platform, onClick, onShown } = options;
  // Kept while it may be shown: one that is collected as garbage no longer answers a click.
  let shown: Notification | undefined;
  return (news) => {
    if (!Notification.isSupported()) {
      onShown(news, 'not-supported');
      return;
    }
    const body = platform === 'linux' ? escapeMarkup(news.body) : news.body;
    const notification = new Notification({ title: news.title, body, silent: true });
    notification.on('click', () => onClick());
    notification.once('show', () => onShown(news));
    notification.once('failed', (_event, error) => onShown(news, 'desktop-refused', error));
    shown?.close();
    shown = notification;
    notification.show();
  };
}

/** Linux desktops read the body as markup, and names come from outside. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
