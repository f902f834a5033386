import { describeConnectionError } from '../../contract/locale/describe-error';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { joinSentences } from '../../contract/locale/join-sentences';
import { vendorName } from '../../contract/locale/vendor-name';
import type { Connection, Snapshot } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';
import type { Clock } from '../time/clock';
import { decideAlert, type AlertSituation } from './alert-policy';
import { createAlertSet, type AlertSetOptions } from './alert-set';
import type { ActionNotification } from './notifier';

/** Alerts the agent to connections that stay lost. */
export interface ConnectionAlerts {
  follow(snapshot: Snapshot, situation: AlertSituation): void;
  dispose(): void;
}

export interface ConnectionAlertOptions extends AlertSetOptions {
  readonly clock: Pick<Clock, 'watch'>;
  /** Called when a connection has been lost long enough. The caller must then call `follow`. */
  readonly onOverdue: () => void;
}

/**
 * Most connections are back sooner, in ms. Measured by the timer alone, which stands still while the computer
 * sleeps: the network is often cut just before that, and is back some seconds after.
 */
const GRACE_MS = 10_000;

export function createConnectionAlerts(options: ConnectionAlertOptions): ConnectionAlerts {
  const { clock, onOverdue } = options;
  const alerts = createAlertSet(options);
  /** The connections that are lost, each with a function that cancels its timer. */
  const lost = new Map<Vendor, () => void>();
  const overdue = new Set<Vendor>();

  function note(connections: readonly Connection[]): void {
    const lostNow = new Set(
      connections.filter(({ state }) => state !== 'connected').map(({ vendor }) => vendor),
    );
    for (const [vendor, cancel] of lost) {
      if (lostNow.has(vendor)) continue;
      cancel();
      lost.delete(vendor);
      overdue.delete(vendor);
    }
    for (const vendor of lostNow) {
      if (lost.has(vendor)) continue;
      const cancel = clock.watch(GRACE_MS, () => {
        overdue.add(vendor);
        onOverdue();
      });
      lost.set(vendor, cancel);
    }
  }

  return {
    follow: ({ connections }, situation) => {
      note(connections);
      const shown = connections.filter(({ vendor }) => overdue.has(vendor));
      alerts.followEvents(
        new Map(
          shown.map((connection) => [`connection:${connection.vendor}`, describe(connection)]),
        ),
        decideAlert({ kind: 'connection-lost' }, situation).why,
      );
    },
    dispose: () => {
      for (const cancel of lost.values()) cancel();
      alerts.dispose();
    },
  };
}

function describe({ vendor, state, reason }: Connection): ActionNotification {
  const title =
    state === 'signed-out' ? en.notifications.signedOut : en.notifications.connectionLost;
  return {
    title: format(title, { vendor: vendorName(vendor) }),
    body:
      reason === undefined
        ? en.notifications.retrying
        : joinSentences(describeConnectionError(reason)),
    buttons: [],
    isUrgent: false,
  };
}
