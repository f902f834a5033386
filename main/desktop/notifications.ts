import { Notification } from 'electron';
import { escapeMarkup, type Notifier, type NotifierListener } from './notifier';

/**
 * Shows notifications with Electron. Buttons appear on macOS and Windows; on Linux Electron does
 * not support them (https://github.com/electron/electron/issues/24333).
 */
export function createNotifier(platform: NodeJS.Platform, listener: NotifierListener): Notifier {
  // Keeps a reference while it may be shown: after garbage collection, a click would have no
  // effect.
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
