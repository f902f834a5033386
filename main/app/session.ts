import { randomUUID } from 'node:crypto';
import { attempt } from '../calls/attempt';
import { createCallService, type CallService } from '../calls/call-service';
import type { Clock } from '../time/clock';
import { createCommandRunner, type CommandRunner } from '../calls/commands';
import type { CallStore } from '../calls/store';
import type { Network } from '../http/connection-pool';
import { followStore } from '../journal/follow-store';
import type { History } from '../journal/history';
import type { Trace } from '../journal/trace';
import type { Logger } from '../log/logger';
import { createNumbers } from '../numbers/numbers';
import type { PreferencesStore } from '../settings/preferences';
import type { Profile } from '../settings/profile';
import { createDisposables } from './disposables';
import { makeVendors, NO_VENDORS, type Vendors } from './make-vendors';
import type { KeptHistory } from './open-history';

/** What runs for one profile: its clients, the agent's commands, and what is kept of both. */
export interface Session {
  readonly service: CallService;
  readonly runner: CommandRunner;
  readonly vendors: Vendors;
  readonly history: History | undefined;
  readonly preferences: PreferencesStore | undefined;
  /** Begins to connect. */
  start(): void;
  /** Ends everything in order; never a call. */
  stop(): Promise<void>;
}

export interface SessionParts {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly logger: Logger;
  readonly network: Network;
  /** Called with bugs, which end nothing. */
  readonly onError: (error: unknown) => void;
  /** Whether the window can be seen. */
  readonly isWatched: () => boolean;
}

/** A session without a profile, in which nothing can be done. */
export function createIdleSession(parts: SessionParts): Session {
  return assemble(undefined, NO_VENDORS, undefined, parts);
}

/** A session for a profile, whose vendors' clients are loaded first. */
export async function createSession(
  profile: Profile,
  kept: KeptHistory,
  parts: SessionParts,
): Promise<Session> {
  const { leftOpen } = kept;
  return assemble(profile, await makeVendors(profile, { ...parts, leftOpen }), kept, parts);
}

function assemble(
  profile: Profile | undefined,
  vendors: Vendors,
  kept: KeptHistory | undefined,
  parts: SessionParts,
): Session {
  const { store, clock, trace, onError } = parts;
  const disposables = createDisposables(onError);
  if (kept !== undefined) {
    disposables.add(() => kept.close());
    disposables.add(followStore(store, kept.journal, onError));
    store.setPreferences(kept.preferences.current);
  }
  const runner = createCommandRunner({
    store,
    clock,
    createId: randomUUID,
    onChange: (command) => {
      attempt(() => trace.command(command), onError);
      kept?.journal.command(command);
    },
    onError,
  });
  disposables.add(() => runner.dispose());
  const numbers = createNumbers(profile?.agent.country);
  const service = createCallService({ store, runner, clock, numbers, ...vendors });
  disposables.add(() => service.dispose());
  disposables.add(async () => {
    await Promise.all([...vendors.all.values()].map((vendor) => vendor.stop()));
  });

  return {
    service,
    runner,
    vendors,
    history: kept?.history,
    preferences: kept?.preferences,
    start: () => {
      vendors.all.forEach((vendor) => vendor.start());
      kept?.history.start();
    },
    stop: () => disposables.disposeAll(),
  };
}
