import type { Bridge } from '../../../contract/bridge';
import { succeed, type Result } from '../../../contract/result';
import type { Snapshot } from '../../../contract/snapshot';

/** A main process in a box: notes what is asked, in order, and answers when it is told to. */
export class FakeBridge {
  readonly asked: string[] = [];
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  private readonly waiting: ((result: Result<null>) => void)[] = [];
  private giveSnapshot: (result: Result<Snapshot>) => void = () => undefined;

  readonly bridge: Bridge = {
    getSnapshot: () => {
      this.asked.push('getSnapshot');
      return new Promise((resolve) => (this.giveSnapshot = resolve));
    },
    onSnapshot: (listener) => {
      this.asked.push('onSnapshot');
      this.listeners.add(listener);
      return () => void this.listeners.delete(listener);
    },
    reportPainted: this.note('reportPainted'),
    reportNetworkChange: this.note('reportNetworkChange'),
    showCall: this.note('showCall'),
    performOperation: this.note('performOperation'),
    dial: this.note('dial'),
    startTalkSpace: this.note('startTalkSpace'),
    watchConference: this.note('watchConference'),
    createConference: this.note('createConference'),
    lookUpRecordings: () => Promise.reject(new Error('not part of these tests')),
    performOnRecording: this.note('performOnRecording'),
    searchHistory: () => Promise.reject(new Error('not part of these tests')),
    exportHistory: () => Promise.reject(new Error('not part of these tests')),
    clearHistory: this.note('clearHistory'),
    keepHistoryFor: this.note('keepHistoryFor'),
    setRosterNotifications: this.note('setRosterNotifications'),
    dismissCommand: this.note('dismissCommand'),
    retryConnection: this.note('retryConnection'),
    getAbout: () => Promise.reject(new Error('not part of these tests')),
    quit: this.note('quit'),
  };

  push(snapshot: Snapshot): void {
    this.listeners.forEach((listener) => listener(snapshot));
  }

  async answerSnapshot(snapshot: Snapshot): Promise<void> {
    this.giveSnapshot(succeed(snapshot));
    await Promise.resolve();
    await Promise.resolve();
  }

  /** Answers the oldest request that waits. */
  answer(result: Result<null>): void {
    this.waiting.shift()?.(result);
  }

  private note(name: string): (request?: unknown) => Promise<Result<null>> {
    return (request) => {
      this.asked.push(
        request === undefined ? name : `${name} ${Object.values(request as object).join(' ')}`,
      );
      return new Promise((resolve) => this.waiting.push(resolve));
    };
  }
}
