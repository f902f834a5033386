import { dequal } from 'dequal';
import type { WhyHeldBack } from './alert-policy';
import type { ActionNotification, NotificationText, Notifier } from './notifier';

/** Shows and closes the notifications of one kind according to the policy, each under its key. */
export interface AlertSet {
  /** For states: each notification is shown while its state lasts and the policy allows it. */
  followState(wanted: ReadonlyMap<string, ActionNotification>, why?: WhyHeldBack): void;
  /** For events: a notification that the policy suppresses when it is new is never shown. */
  followEvents(wanted: ReadonlyMap<string, ActionNotification>, why?: WhyHeldBack): void;
  /** Closes all of them. */
  dispose(): void;
}

export interface AlertSetOptions {
  readonly notifier: Notifier;
  /** Called once for each notification and reason. */
  readonly onHeldBack: (text: NotificationText, why: WhyHeldBack) => void;
}

interface Entry {
  readonly content: ActionNotification;
  readonly why: WhyHeldBack | undefined;
}

export function createAlertSet({ notifier, onHeldBack }: AlertSetOptions): AlertSet {
  let entries: ReadonlyMap<string, Entry> = new Map();

  function replace(next: ReadonlyMap<string, Entry>): void {
    const before = entries;
    entries = next;
    for (const [key, { why }] of before) {
      if (why === undefined && next.get(key)?.why !== undefined) notifier.close(key);
      if (why === undefined && !next.has(key)) notifier.close(key);
    }
    for (const [key, { content, why }] of next) {
      const known = before.get(key);
      if (why !== undefined) {
        if (known?.why !== why) onHeldBack(content, why);
      } else if (known?.why !== undefined || !dequal(known?.content, content)) {
        // Information that arrives after the call, such as the caller's name, updates the
        // notification.
        notifier.show(key, content);
      }
    }
  }

  return {
    followState: (wanted, why) => {
      replace(new Map([...wanted].map(([key, content]) => [key, { content, why }])));
    },
    followEvents: (wanted, why) => {
      replace(
        new Map(
          [...wanted].map(([key, content]) => {
            const known = entries.get(key);
            return [key, { content, why: known === undefined ? why : known.why }];
          }),
        ),
      );
    },
    dispose: () => replace(new Map()),
  };
}
