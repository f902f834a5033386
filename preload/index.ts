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
  muteCall: ask('call:mute'),
  unmuteCall: ask('call:unmute'),
  holdCall: ask('call:hold'),
  retrieveCall: ask('call:retrieve'),
  hangUpCall: ask('call:hang-up'),
  removeParticipant: ask('participant:remove'),
  startTalkSpace: askWithoutRequest('talkspace:start'),
  closeTalkSpace: ask('talkspace:close'),
  lookUpRecording: ask('recording:look-up'),
  deleteRecording: ask('recording:delete'),
  dismissCommand: ask('command:dismiss'),
  retryConnection: ask('connection:retry'),
};

contextBridge.exposeInMainWorld('sidetone', bridge);
