import type { CallOperation } from '../../contract/call-operations';
import type { Command } from '../../contract/commands';
import { createCallService } from '../../main/calls/call-service';
import { createCommandRunner } from '../../main/calls/commands';
import type { Outcome } from '../../contract/outcome';
import { createCallStore } from '../../main/calls/store';
import { createNumbers } from '../../main/numbers/numbers';
import { genesysLine } from '../../main/vendors/genesys/line';
import { describeTalkSpaces } from '../../main/vendors/telesocial/line';
import { isShownByRefresh } from '../../main/vendors/telesocial/shown-by-refresh';
import { telephoneCall } from './calls';
import { LINES } from './lines';
import { createManualClock } from './manual-clock';

export const ACCEPTED: Outcome = { kind: 'done', value: null };

/** The call service with vendors that answer when the test decides. */
export function setUpService() {
  const clock = createManualClock();
  const store = createCallStore(clock);
  const reported: string[] = [];
  const sent: CallOperation[] = [];
  const answers: ((answer: Outcome) => void)[] = [];
  let refreshes = 0;
  let nextId = 0;
  const idle = {
    start: () => undefined,
    retry: () => undefined,
    refresh: () => {
      refreshes += 1;
    },
    stop: () => Promise.resolve(),
  };
  const runner = createCommandRunner({
    onError: (error) => errors.push(error),
    store,
    clock,
    createId: () => `command-${++nextId}`,
    onChange: ({ action, outcome, error }) =>
      reported.push([action, outcome, error?.code].filter(Boolean).join(' ')),
  });
  const errors: unknown[] = [];
  let failures = 0;
  const perform = (operation: CallOperation): Promise<Outcome> => {
    if (failures > 0) {
      failures -= 1;
      return Promise.reject(new Error('a bug'));
    }
    sent.push(operation);
    return new Promise((resolve) => answers.push(resolve));
  };
  const service = createCallService({
    store,
    runner,
    clock,
    numbers: createNumbers(undefined),
    lines: [
      {
        descriptor: genesysLine,
        port: {
          ...idle,
          perform,
          dial: () => new Promise((resolve) => answers.push(resolve)),
        },
      },
      {
        descriptor: describeTalkSpaces({}),
        port: {
          ...idle,
          perform,
          startConference: () =>
            Promise.resolve({ kind: 'unknown', error: { code: 'no-answer' } } satisfies Outcome),
          isShownByRefresh,
        },
      },
    ],
    recorders: [],
  });
  store.setLines(LINES);
  store.setConnection('genesys', 'connected');
  return {
    clock,
    store,
    service,
    runner,
    reported,
    sent,
    /** The unexpected errors that were caught. */
    errors,
    /** Makes the vendor's client throw on the next operation. */
    failNext: () => (failures += 1),
    refreshes: () => refreshes,
    commands: (): readonly Command[] => store.getState().commands,
    see: (changes: Parameters<typeof telephoneCall>[1] = {}) => {
      store.apply({ kind: 'call-seen', call: telephoneCall('a', changes) });
    },
    /** Answers the oldest request, and waits until the answer has been processed. */
    answer: async (answer: Outcome) => {
      answers.shift()!(answer);
      await settle();
    },
  };
}

/** Runs all pending promise callbacks. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
