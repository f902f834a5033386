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

const MAX_KEPT = 10;

/** Shows a notification; it never takes the focus by itself. */
export function createNotifier(options: NotifierOptions): (news: News) => void {
  const { platform, onClick, onShown } = options;
  // Kept while they may be shown: one that is collected as garbage no longer answers a click.
  const shown = new Set<Notification>();
  return (news) => {
    if (!Notification.isSupported()) {
      onShown(news, 'not-supported');
      return;
    }
    const body = platform === 'linux' ? escapeMarkup(news.body) : news.body;
    const notification = new Notification({ title: news.title, body, silent: true });
    keep(shown, notification);
    notification.on('click', () => onClick());
    notification.on('close', () => shown.delete(notification));
    notification.once('show', () => onShown(news));
    notification.once('failed', (_event, error) => {
      shown.delete(notification);
      onShown(news, 'desktop-refused', error);
    });
    notification.show();
  };
}

/** Not every desktop tells when a notification is closed, so only the last few are kept. */
function keep(shown: Set<Notification>, notification: Notification): void {
  const [oldest] = shown;
  if (oldest !== undefined && shown.size >= MAX_KEPT) shown.delete(oldest);
  shown.add(notification);
}

/** Linux desktops read the body as markup, and names come from outside. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
