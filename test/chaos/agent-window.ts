import type { Bridge, RequestFunctions } from '../../contract/bridge';
import { REQUEST_NAMES, REQUESTS, type Answers, type RequestName } from '../../contract/channels';
import { fail } from '../../contract/result';
import type { Result } from '../../contract/result';
import type { Snapshot } from '../../contract/snapshot';
import type { Receiver } from '../../main/ipc/broadcaster';
import { parseRequest } from '../../main/ipc/parse-request';
import type { CallHandlers } from '../../main/app/handlers';
import { followSnapshots } from '../../renderer/state/follow-snapshots';
import { createWindowStore } from '../../renderer/state/window-store';

/** The agent's window without a display: what its renderer knows, and what it can request. */
export interface AgentWindow {
  /** The shown snapshot; undefined while there is no renderer or no snapshot has arrived. */
  shown(): Snapshot | undefined;
  readonly bridge: Bridge;
  /** Receives messages from the main process, whichever page is loaded. */
  readonly receiver: Receiver;
  /** Starts a new renderer, without the state of the previous one. */
  load(): void;
  /** Kills the renderer's process. */
  die(): void;
}

interface Page {
  readonly shown: () => Snapshot | undefined;
  readonly listeners: Set<(snapshot: Snapshot) => void>;
}

/** The battery does not include the settings. */
function isAboutCalls(name: RequestName): name is keyof CallHandlers {
  return !SETTINGS.test(REQUESTS[name].channel);
}

const SETTINGS = /^(settings|profile|demo):/;

/** A window that communicates with the main process as over Electron's IPC: by copies, and asynchronously. */
export function createAgentWindow(handlers: CallHandlers): AgentWindow {
  let page: Page | undefined;

  /** Answers like the router: requests that violate the contract are refused, and bugs become failures. */
  async function answer<Name extends keyof CallHandlers>(
    name: Name,
    request: unknown,
  ): Promise<Result<Answers[Name]>> {
    const parsed = parseRequest(name, request);
    if (!parsed.ok) return parsed;
    try {
      return await handlers[name](parsed.value);
    } catch {
      return fail({ code: 'internal' });
    }
  }

  const requestFunctions = Object.fromEntries(
    REQUEST_NAMES.filter(isAboutCalls).map((name) => [
      name,
      async (request?: unknown) => {
        await crossing();
        const result = await answer(name, structuredClone(request));
        await crossing();
        return structuredClone(result);
      },
    ]),
  ) as unknown as RequestFunctions;

  const bridge: Bridge = {
    ...requestFunctions,
    onDialRequest: () => undefined,
    onLink: () => undefined,
    onQuitRequest: () => undefined,
    onResumed: () => undefined,
    onRingSound: () => undefined,
    onSnapshot: (listener) => {
      const listeners = page?.listeners;
      listeners?.add(listener);
      return () => void listeners?.delete(listener);
    },
  };

  return {
    shown: () => page?.shown(),
    bridge,
    receiver: {
      id: 1,
      isDestroyed: () => false,
      send(_channel: string, snapshot: Snapshot) {
        const copy = structuredClone(snapshot);
        void crossing().then(() => page?.listeners.forEach((listener) => listener(copy)));
      },
    },
    load() {
      const store = createWindowStore();
      page = { shown: () => store.getState().snapshot, listeners: new Set() };
      followSnapshots(bridge, store);
    },
    die() {
      page = undefined;
    },
  };
}

function crossing(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
