import { Notification } from 'electron';
import { escapeMarkup, type Notifier, type NotifierListener } from './notifier';

/**
 * Shows notifications as Electron does it. Buttons appear on macOS and Windows; on Linux Electron has
 * none (https://github.com/electron/electron/issues/24333).
 */
export function createNotifier(platform: NodeJS.Platform, listener: NotifierListener): Notifier {
  // Kept while it may be shown: one that is collected as garbage no longer answers a click.
  const shown = new Map<string, Notification>();

  function close(key: string): void {
    shown.get(key)?.close();
    shown.delete(key);
  }

  return {
    show: (key, content) => {
      const { title, body, buttons, isUrgent } = content;
      if (!Notification.isSupported()) {
        listener.onShown(key, content, 'not-supported');
        return;
      }
      const notification = new Notification({
        title,
        body: platform === 'linux' ? escapeMarkup(body) : body,
        silent: true,
        urgency: isUrgent ? 'critical' : 'normal',
        timeoutType: isUrgent ? 'never' : 'default',
        actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
      });
      notification.on('click', () => listener.onClick());
      notification.on('action', (_event, index) => {
        const button = buttons[index];
        if (button !== undefined) listener.onButton(key, button.action);
      });
      notification.once('show', () => listener.onShown(key, content));
      notification.once('failed', (_event, error) =>
        listener.onShown(key, content, 'desktop-refused', error),
      );
      close(key);
      shown.set(key, notification);
      notification.show();
    },
    close,
    dispose: () => {
      for (const key of shown.keys()) close(key);
    },
  };
}
