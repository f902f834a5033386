/** The text of a notification. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** A button on a notification. */
export interface NotificationButton {
  /** The action that it triggers, passed to the listener. */
  readonly action: string;
  readonly label: string;
}

/** A notification with buttons, if the desktop can show them. */
export interface ActionNotification extends NotificationText {
  readonly buttons: readonly NotificationButton[];
  /** Whether it stays until it is closed, as for a ringing call. */
  readonly isUrgent: boolean;
}

/** Shows notifications, each under its key. None takes the focus. */
export interface Notifier {
  /** Replaces the notification with the same key, unless the agent has closed it. */
  show(key: string, notification: ActionNotification): void;
  close(key: string): void;
  dispose(): void | Promise<void>;
}

export interface NotifierListener {
  /** Called when the agent clicked it, outside its buttons. */
  onClick(): void;
  onButton(key: string, action: string): void;
  /**
   * Called for each notification, with `why` if it could not be shown, and with the desktop's
   * `detail` if there is one.
   */
  onShown(key: string, text: NotificationText, why?: NotShownReason, detail?: string): void;
}

export type NotShownReason = 'not-supported' | 'desktop-refused';

/** Linux desktops parse the body as markup, and names come from callers. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
