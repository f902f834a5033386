import type { Bridge, RequestFunctions } from '../../../contract/bridge';
import { REQUEST_NAMES } from '../../../contract/channels';
import type { StartedCommand } from '../../../contract/commands';
import { succeed, type Result } from '../../../contract/result';
import type { OpenedLink } from '../../../contract/settings';
import type { Snapshot } from '../../../contract/snapshot';

/** A fake main process, which records requests in order and answers when the test decides. */
export class FakeBridge {
  readonly asked: string[] = [];
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  private readonly waiting: ((result: Result<StartedCommand | null>) => void)[] = [];
  /** Delivers a number from outside. */
  requestDialing: (number: string) => void = () => undefined;
  /** Delivers a link. */
  openLink: (link: OpenedLink) => void = () => undefined;
  /** Requests a confirmation to quit during a call. */
  requestQuit: () => void = () => undefined;
  private giveSnapshot: (result: Result<Snapshot>) => void = () => undefined;

  readonly bridge: Bridge = {
    ...(Object.fromEntries(
      REQUEST_NAMES.map((name) => [name, (request?: unknown) => this.note(name, request)]),
    ) as unknown as RequestFunctions),
    getSnapshot: () => {
      this.asked.push('getSnapshot');
      return new Promise((resolve) => (this.giveSnapshot = resolve));
    },
    onResumed: () => undefined,
    onRingSound: () => undefined,
    onDialRequest: (listener) => {
      this.requestDialing = listener;
    },
    onLink: (listener) => {
      this.openLink = listener;
    },
    onQuitRequest: (listener) => {
      this.requestQuit = listener;
    },
    onSnapshot: (listener) => {
      this.asked.push('onSnapshot');
      this.listeners.add(listener);
      return () => void this.listeners.delete(listener);
    },
  };

  push(snapshot: Snapshot): void {
    this.listeners.forEach((listener) => listener(snapshot));
  }

  async answerSnapshot(snapshot: Snapshot): Promise<void> {
    this.giveSnapshot(succeed(snapshot));
    await Promise.resolve();
    await Promise.resolve();
  }

  /** Answers the oldest pending request. */
  answer(result: Result<StartedCommand | null>): void {
    this.waiting.shift()?.(result);
  }

  private note(name: string, request?: unknown): Promise<Result<StartedCommand | null>> {
    const fields = Object.entries((request ?? {}) as Record<string, string>);
    // The field name is the name of the preference.
    const words = name === 'changePreference' ? fields.flat() : fields.map(([, value]) => value);
    this.asked.push([name, ...words].join(' '));
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
