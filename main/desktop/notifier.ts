/** A notification in words. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** A button on a notification. */
export interface NotificationButton {
  /** What it stands for, passed to the listener. */
  readonly action: string;
  readonly label: string;
}

/** A notification with buttons, where the desktop can show them. */
export interface ActionNotification extends NotificationText {
  readonly buttons: readonly NotificationButton[];
  /** Whether it stays until it is closed, as while a call rings. */
  readonly isUrgent: boolean;
}

/** Shows notifications, each under a key of its own; none takes the focus. */
export interface Notifier {
  /** Takes the place of the one with the same key, unless the agent has closed that one. */
  show(key: string, notification: ActionNotification): void;
  close(key: string): void;
  dispose(): void | Promise<void>;
}

export interface NotifierListener {
  /** The agent clicked it, and none of its buttons. */
  onClick(): void;
  onButton(key: string, action: string): void;
  /** Called for each; with `why` when it could not be shown, and `detail` if the desktop gave one. */
  onShown(key: string, text: NotificationText, why?: NotShownReason, detail?: string): void;
}

export type NotShownReason = 'not-supported' | 'desktop-refused';

/** Linux desktops read the body as markup, and names come from outside. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
