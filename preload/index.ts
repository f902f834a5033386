import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../contract/bridge';
import { SNAPSHOT_CHANNEL, type RequestChannel } from '../contract/channels';
import type { Requests, Responses } from '../contract/requests';
import type { Result } from '../contract/result';
import type { Snapshot } from '../contract/snapshot';

function ask<Channel extends RequestChannel>(channel: Channel) {
  return (request: Requests[Channel]): Promise<Result<Responses[Channel]>> =>
    ipcRenderer.invoke(channel, request) as Promise<Result<Responses[Channel]>>;
}

function askWithoutRequest<Channel extends RequestChannel>(channel: Channel) {
  return (): Promise<Result<Responses[Channel]>> =>
    ipcRenderer.invoke(channel) as Promise<Result<Responses[Channel]>>;
}

/** One named function for each contract entry; no event object and no channel name reaches the page. */
const bridge: Bridge = {
  getSnapshot: askWithoutRequest('window:get-snapshot'),
  onSnapshot: (listener) => {
    const forward = (_event: unknown, snapshot: Snapshot): void => listener(snapshot);
    ipcRenderer.on(SNAPSHOT_CHANNEL, forward);
    return () => void ipcRenderer.off(SNAPSHOT_CHANNEL, forward);
  },
  reportPainted: ask('window:report-painted'),
  reportNetworkChange: askWithoutRequest('network:report-change'),
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
  clearHistory: askWithoutRequest('history:clear'),
  keepHistoryFor: ask('history:keep-for'),
  setRosterNotifications: ask('preferences:set-roster-notifications'),
  dismissCommand: ask('command:dismiss'),
  retryConnection: ask('connection:retry'),
  getAbout: askWithoutRequest('app:get-about'),
  quit: askWithoutRequest('app:quit'),
};

contextBridge.exposeInMainWorld('sidetone', bridge);
