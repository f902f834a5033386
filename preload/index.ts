import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, RequestFunctions } from '../contract/bridge';
import {
  DIAL_REQUEST_CHANNEL,
  LINK_CHANNEL,
  QUIT_REQUEST_CHANNEL,
  REQUEST_NAMES,
  REQUESTS,
  RESUMED_CHANNEL,
  RING_SOUND_CHANNEL,
  SNAPSHOT_CHANNEL,
} from '../contract/channels';
import type { OpenedLink } from '../contract/settings';
import type { Snapshot } from '../contract/snapshot';
import { reportFirstFrame } from './report-first-frame';

/**
 * One function for each request. Neither event objects nor channel names are exposed to the page.
 */
const requestFunctions = Object.fromEntries(
  REQUEST_NAMES.map((name) => [
    name,
    (request?: unknown): Promise<unknown> => ipcRenderer.invoke(REQUESTS[name].channel, request),
  ]),
) as unknown as RequestFunctions;

const bridge: Bridge = {
  ...requestFunctions,
  onSnapshot: (listener) => {
    const forward = (_event: unknown, snapshot: Snapshot): void => listener(snapshot);
    ipcRenderer.on(SNAPSHOT_CHANNEL, forward);
    return () => void ipcRenderer.off(SNAPSHOT_CHANNEL, forward);
  },
  onDialRequest: (listener) => {
    ipcRenderer.on(DIAL_REQUEST_CHANNEL, (_event, number: string) => listener(number));
  },
  onLink: (listener) => {
    ipcRenderer.on(LINK_CHANNEL, (_event, link: OpenedLink) => listener(link));
  },
  onQuitRequest: (listener) => {
    ipcRenderer.on(QUIT_REQUEST_CHANNEL, () => listener());
  },
  onResumed: (listener) => {
    ipcRenderer.on(RESUMED_CHANNEL, () => listener());
  },
  onRingSound: (listener) => {
    ipcRenderer.on(RING_SOUND_CHANNEL, (_event, isOn: boolean) => listener(isOn));
  },
};

contextBridge.exposeInMainWorld('sidetone', bridge);
reportFirstFrame((revision) => void bridge.reportPainted({ revision }));
