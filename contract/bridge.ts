import type { Answers, RequestName } from './channels';
import type { Requests } from './requests';
import type { Result } from './result';
import type { OpenedLink } from './settings';
import type { Snapshot } from './snapshot';

/** The window's requests, one function for each entry of `REQUESTS`. */
export type RequestFunctions = {
  readonly [Name in RequestName]: undefined extends Requests[Name]
    ? (request?: Requests[Name]) => Promise<Result<Answers[Name]>>
    : (request: Requests[Name]) => Promise<Result<Answers[Name]>>;
};

/** What the preload script puts on `window.sidetone`. */
export interface Bridge extends RequestFunctions {
  /** Calls back for every new snapshot. Returns a function that ends the subscription. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
  /** Calls back with a number from a link or the command line, which the agent may dial. */
  readonly onDialRequest: (listener: (number: string) => void) => void;
  /**
   * Calls back with a profile that a link proposes, or with the reasons why a link cannot be used.
   */
  readonly onLink: (listener: (link: OpenedLink) => void) => void;
  /** Calls back when the agent wants to quit during a call. */
  readonly onQuitRequest: (listener: () => void) => void;
  /** Calls back when the computer has slept. */
  readonly onResumed: (listener: () => void) => void;
  /** Calls back when the ring sound must start or stop. */
  readonly onRingSound: (listener: (isOn: boolean) => void) => void;
}
