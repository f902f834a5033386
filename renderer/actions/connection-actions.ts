import { RefreshCw, Settings } from 'lucide-react';
import { en } from '../../contract/locale/en';
import { vendorName } from '../../contract/locale/vendor-name';
import type { ErrorCode } from '../../contract/errors';
import type { Connection, ConnectionState } from '../../contract/snapshot';
import { hasWarning } from '../state/connection-warning';
import type { WindowState } from '../state/window-store';
import { markPending, type WindowAction } from './window-action';

/** Errors caused by a missing or wrong value in the settings. */
const SOLVED_IN_SETTINGS: ReadonlySet<ErrorCode> = new Set([
  'no-secrets',
  'address-changed',
  'keyring-changed',
  'no-keyring',
  'wrong-credentials',
  'wrong-address',
]);
const NEEDS_RETRY: ReadonlySet<ConnectionState> = new Set(['signed-out', 'error']);

/** What the agent can do about connections that do not reconnect automatically. */
export function listConnectionActions(state: WindowState): WindowAction[] {
  const connections = state.snapshot?.connections ?? [];
  return connections.flatMap((connection) => listActionsOnConnection(state, connection));
}

export function listActionsOnConnection(
  state: WindowState,
  connection: Connection,
): WindowAction[] {
  const code = connection.reason?.code;
  const needsRetry = NEEDS_RETRY.has(connection.state) || hasWarning(connection);
  return [
    ...(code !== undefined && SOLVED_IN_SETTINGS.has(code) ? [openSettings(connection)] : []),
    ...(needsRetry && code !== 'no-secrets' ? [markPending(state, retry(connection))] : []),
  ];
}

function openSettings({ vendor }: Connection): WindowAction {
  return {
    id: 'open-settings',
    key: `open-settings ${vendor}`,
    label: en.window.openSettings,
    detail: vendorName(vendor),
    isBusy: false,
    icon: Settings,
    run: { kind: 'open', dialog: { kind: 'settings', page: vendor } },
  };
}

function retry({ vendor }: Connection): WindowAction {
  const target = vendorName(vendor);
  return {
    id: 'retry-connection',
    key: `retry-connection ${vendor}`,
    label: en.window.tryAgain,
    detail: target,
    isBusy: false,
    icon: RefreshCw,
    run: { kind: 'retry-connection', vendor, target },
  };
}
