import type { Command } from '../../contract/commands';
import { describeCommand } from '../../contract/locale/describe-command';
import { joinSentences } from '../../contract/locale/join-sentences';
import type { Snapshot } from '../../contract/snapshot';
import { decideAlert, type AlertSituation } from './alert-policy';
import { createAlertSet, type AlertSetOptions } from './alert-set';
import type { ActionNotification } from './notifier';

/** Alerts the agent to actions that failed or whose outcome is not known. */
export interface FailureAlerts {
  follow(snapshot: Snapshot, situation: AlertSituation): void;
  dispose(): void;
}

export function createFailureAlerts(options: AlertSetOptions): FailureAlerts {
  const alerts = createAlertSet(options);
  return {
    follow: ({ commands }, situation) => {
      alerts.followEvents(
        new Map(commands.flatMap(toEntry)),
        decideAlert({ kind: 'failure' }, situation).why,
      );
    },
    dispose: () => alerts.dispose(),
  };
}

function toEntry(command: Command): [string, ActionNotification][] {
  const message = describeCommand(command);
  if (message === undefined || message.tone === 'done') return [];
  const { title, sentences } = message;
  return [
    [
      `failure:${command.id}`,
      { title, body: joinSentences(sentences), buttons: [], isUrgent: false },
    ],
  ];
}
