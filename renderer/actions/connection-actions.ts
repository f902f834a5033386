import { RefreshCw, Settings } from 'lucide-react';
import { en } from '../../contract/locale/en';
import { vendorName } from '../../contract/locale/vendor-name';
import type { Connection } from '../../contract/snapshot';
import type { WindowState } from '../state/window-store';
import { markPending, type WindowAction } from './window-action';

/** What the agent can do about connections that do not reconnect automatically. */
export function listConnectionActions(state: WindowState): WindowAction[] {
  const connections = state.snapshot?.connections ?? [];
  return connections.flatMap((connection) => listActionsOnConnection(state, connection));
}

export function listActionsOnConnection(
  state: WindowState,
  { vendor, state: connectionState, reason }: Connection,
): WindowAction[] {
  const target = vendorName(vendor);
  // Trying again would not help.
  if (reason?.code === 'no-secrets') {
    return [
      {
        id: 'open-settings',
        key: `open-settings ${vendor}`,
        label: en.window.openSettings,
        detail: target,
        isBusy: false,
        icon: Settings,
        run: { kind: 'open', dialog: { kind: 'settings', page: vendor } },
      },
    ];
  }
  return connectionState === 'signed-out' || connectionState === 'error'
    ? [
        markPending(state, {
          id: 'retry-connection',
          key: `retry-connection ${vendor}`,
          label: en.window.tryAgain,
          detail: target,
          isBusy: false,
          icon: RefreshCw,
          run: { kind: 'retry-connection', vendor, target },
        }),
      ]
    : [];
}
