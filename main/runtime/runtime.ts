import type { Command } from '../../contract/commands';
import type { Snapshot } from '../../contract/snapshot';
import { attempt, type ReportError } from '../calls/attempt';
import { createCallService, type CallService } from '../calls/call-service';
import { createCommandRunner, type CommandRunner } from '../calls/commands';
import type { VendorPort } from '../calls/ports';
import { toSnapshot, type SnapshotContext } from '../calls/snapshot';
import { guardLogger } from '../log/guard-logger';
import { createNumbers } from '../numbers/numbers';
import type { Profile } from '../settings/profile';
import { momentOf } from '../time/clock';
import { guardClock } from '../time/guard-clock';

import { makeVendors, NO_VENDORS, type VendorParts, type Vendors } from './make-vendors';

/**
 * The parts of a session that run without Electron: the vendors' clients and the agent's commands.
 */
export interface Runtime {
  readonly vendors: Vendors;
  readonly service: CallService;
  readonly runner: CommandRunner;
  /** Starts to connect. */
  start(): void;
  /** Polls the calls of all lines now. */
  refresh(): void;
  /**
   * Replaces all connections and polls everything, because connections may be dead after sleep or a
   * network change.
   */
  renew(): void;
  takeSnapshot(context: Omit<SnapshotContext, 'canLookUpRecording' | 'hasRecorder'>): Snapshot;
  /** Disconnects. No call ends. */
  stop(): Promise<void>;
}

export interface RuntimeParts extends VendorParts {
  readonly createId: () => string;
  /** A command has started or changed. */
  readonly onCommand: (command: Command) => void;
  /** Called with unexpected errors. Everything continues after one. */
  readonly onError: ReportError;
}

/** Loads the clients of the vendors in the profile. */
export async function createRuntime(profile: Profile, given: RuntimeParts): Promise<Runtime> {
  const clock = guardClock(given.clock, given.onError);
  const parts = { ...given, clock, logger: guardLogger(given.logger) };
  return assemble(await makeVendors(profile, parts), parts, profile.agent.country);
}

/** A runtime without a profile, in which nothing can be done. */
export function createIdleRuntime(parts: RuntimeParts): Runtime {
  return assemble(NO_VENDORS, parts);
}

function assemble(vendors: Vendors, parts: RuntimeParts, country?: string): Runtime {
  const { store, clock, createId, onCommand, onError } = parts;
  const ports = [...vendors.all.values()];
  const runner = createCommandRunner({ store, clock, createId, onChange: onCommand, onError });
  const numbers = createNumbers(country);
  const service = createCallService({ store, runner, clock, numbers, ...vendors });

  /** A bug in one vendor's client must not affect the others. */
  function forEachOf(some: readonly VendorPort[], act: (port: VendorPort) => void): void {
    for (const port of some) attempt(() => act(port), onError);
  }

  return {
    vendors,
    service,
    runner,
    start: () => forEachOf(ports, (port) => port.start()),
    refresh: () =>
      forEachOf(
        vendors.lines.map(({ port }) => port),
        (port) => port.refresh(),
      ),
    renew: () =>
      forEachOf(ports, (port) => {
        port.renew?.();
        port.refresh();
      }),
    takeSnapshot: (context) =>
      toSnapshot(
        store.getState(),
        {
          ...context,
          hasRecorder: vendors.recorders.some(({ line }) => line === undefined),
          canLookUpRecording: (call) => service.canLookUp(call),
        },
        momentOf(clock),
      ),
    async stop() {
      const stopped = await Promise.allSettled(ports.map(async (port) => port.stop()));
      vendors.detach();
      service.dispose();
      runner.dispose();
      for (const result of stopped) {
        if (result.status === 'rejected') onError(result.reason);
      }
    },
  };
}
