import { randomUUID } from 'node:crypto';
import { attempt } from '../calls/attempt';
import type { CallStore } from '../calls/store';
import type { Network } from '../http/connection-pool';
import { followStore } from '../journal/follow-store';
import type { History } from '../journal/history';
import type { Trace } from '../journal/trace';
import { createWrapUps, type WrapUps } from '../journal/wrap-ups';
import type { Logger } from '../log/logger';
import {
  createIdleRuntime,
  createRuntime,
  type Runtime,
  type RuntimeParts,
} from '../runtime/runtime';
import type { Profile } from '../settings/profile';
import type { Clock } from '../time/clock';
import { createDisposables } from './disposables';
import type { Contacts } from '../contacts/contacts';
import type { SavedHistory } from './open-history';

/** The data that is saved between runs. */
export interface SavedData extends SavedHistory {
  readonly contacts: Contacts;
}

/** Everything that runs for one profile, with its history. */
export interface Session extends Runtime {
  readonly history: History | undefined;
  readonly wrapUps: WrapUps | undefined;
  readonly contacts: Contacts | undefined;
}

export interface SessionParts {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly trace: Trace;
  readonly logger: Logger;
  readonly network: Network;
  /** Called with unexpected errors; everything continues after one. */
  readonly onError: (error: unknown) => void;
  /** Whether the window can be seen. */
  readonly isWatched: () => boolean;
}

/** The idle session, without a profile. */
export function createIdleSession(parts: SessionParts): Session {
  const runtime = createIdleRuntime(toRuntimeParts(parts));
  return { ...runtime, history: undefined, wrapUps: undefined, contacts: undefined };
}

/** Creates the session of a profile, after loading its vendors' clients. */
export async function createSession(
  profile: Profile,
  saved: SavedData,
  parts: SessionParts,
): Promise<Session> {
  const { store, clock, onError } = parts;
  const { history, leftOpen, contacts } = saved;
  const disposables = createDisposables(onError);
  disposables.add(() => saved.close());
  disposables.add(followStore(store, saved.journal, onError));
  const { journal, earlier } = saved;
  store.setEarlier(earlier);
  const wrapUps = createWrapUps({ store, clock, journal, earlier: earlier.wrapUps });
  disposables.add(() => wrapUps.dispose());
  const runtime = await createRuntime(profile, {
    ...toRuntimeParts(parts, saved.journal),
    leftOpen,
  });
  disposables.add(() => runtime.stop());
  return {
    ...runtime,
    history,
    wrapUps,
    contacts,
    takeSnapshot: (context) => runtime.takeSnapshot({ ...context, findContact: contacts.findName }),
    start: () => {
      runtime.start();
      history.start();
    },
    stop: () => disposables.disposeAll(),
  };
}

function toRuntimeParts(
  { store, clock, trace, logger, network, onError, isWatched }: SessionParts,
  journal?: Trace,
): RuntimeParts {
  return {
    store,
    clock,
    logger,
    network,
    isWatched,
    createId: randomUUID,
    onCommand: (command) => {
      attempt(() => trace.command(command), onError);
      journal?.command(command);
    },
    onError,
  };
}
