import type { Bridge } from '../../contract/bridge';
import type { RequestChannel } from '../../contract/channels';
import type { Requests, Responses } from '../../contract/requests';
import { fail } from '../../contract/result';
import type { Result } from '../../contract/result';
import type { Snapshot } from '../../contract/snapshot';
import type { Receiver } from '../../main/ipc/broadcaster';
import { parseRequest } from '../../main/ipc/parse-request';
import type { Handlers } from '../../main/ipc/router';
import { followSnapshots } from '../../renderer/state/follow-snapshots';
import { createWindowStore } from '../../renderer/state/window-store';

/** The agent's window without its pixels: what its renderer knows, and what it can ask. */
export interface AgentWindow {
  /** What it shows; nothing while there is no renderer, or no snapshot has come. */
  shown(): Snapshot | undefined;
  readonly bridge: Bridge;
  /** Where the main process sends to, whatever page is there. */
  readonly receiver: Receiver;
  /** A new renderer begins; it knows nothing of what another one knew. */
  load(): void;
  /** The renderer's process dies. */
  die(): void;
}

interface Page {
  readonly shown: () => Snapshot | undefined;
  readonly listeners: Set<(snapshot: Snapshot) => void>;
}

/** A window that talks with the main process as over Electron's road: by copies, and never at once. */
export function createAgentWindow(handlers: Handlers): AgentWindow {
  let page: Page | undefined;

  function ask<Channel extends RequestChannel>(channel: Channel) {
    return async (request: Requests[Channel]): Promise<Result<Responses[Channel]>> => {
      await crossing();
      const parsed = parseRequest(channel, structuredClone(request));
      const result = parsed.ok ? await answer(channel, parsed.value) : parsed;
      await crossing();
      return structuredClone(result);
    };
  }

  /** A bug is answered as the router does. */
  async function answer<Channel extends RequestChannel>(
    channel: Channel,
    request: Requests[Channel],
  ): Promise<Result<Responses[Channel]>> {
    try {
      return await handlers[channel](request);
    } catch {
      return fail({ code: 'internal' });
    }
  }

  const bridge: Bridge = {
    getSnapshot: () => ask('window:get-snapshot')(undefined),
    onSnapshot: (listener) => {
      const listeners = page?.listeners;
      listeners?.add(listener);
      return () => void listeners?.delete(listener);
    },
    reportPainted: ask('window:report-painted'),
    reportNetworkChange: () => ask('network:report-change')(undefined),
    showCall: ask('call:show'),
    performOperation: ask('call:perform'),
    dial: ask('call:dial'),
    startTalkSpace: ask('talkspace:start'),
    watchConference: ask('conference:watch'),
    createConference: ask('conference:create'),
    lookUpRecordings: ask('recording:look-up'),
    performOnRecording: ask('recording:perform'),
    searchHistory: ask('history:search'),
    exportHistory: ask('history:export'),
    clearHistory: () => ask('history:clear')(undefined),
    keepHistoryFor: ask('history:keep-for'),
    setRosterNotifications: ask('preferences:set-roster-notifications'),
    dismissCommand: ask('command:dismiss'),
    retryConnection: ask('connection:retry'),
    getAbout: () => ask('app:get-about')(undefined),
    quit: () => ask('app:quit')(undefined),
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
