import { beforeEach, describe, expect, test } from 'vitest';
import type { AppError, ErrorCode } from '../../../../contract/errors';
import type { BayeuxListener } from '../../../../main/vendors/genesys/bayeux-session';
import { toError } from '../../../../main/vendors/genesys/reply';
import type { CallsResult, Session, SignIn } from '../../../../main/vendors/genesys/session';
import { createSupervisor } from '../../../../main/vendors/genesys/supervisor';
import type { Supervisor } from '../../../../main/vendors/genesys/supervisor';
import { createManualClock } from '../../../support/manual-clock';
import type { ManualClock } from '../../../support/manual-clock';
import { createMemoryLogger } from '../../../support/memory-logger';

let clock: ManualClock;
let reported: string[];
let log: string[];
let bayeux: BayeuxListener;
let handshakes: number[];
let signIns: number;
let answerSignIn: () => SignIn;
let answerFetch: () => CallsResult;
let supervisor: Supervisor;
let isInDoubt: boolean;
/** The number of times that the connection listener throws. */
let failures: number;
let beginProblem: AppError | undefined;
let beforeAnswer: () => Promise<void>;
let closeBayeux: () => Promise<void>;
let onReport: () => void;

/** Runs everything that does not wait for a timer. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function lost(code: ErrorCode = 'session-expired') {
  return { kind: 'lost', error: toError(code), intervalMs: 0 } as const;
}

const unauthorized = { kind: 'unauthorized', error: toError('session-expired') } as const;

function createFakeSession(): Session {
  return {
    notificationsUrl: 'https://gws.example.com/api/v2/notifications',
    signIn: () => {
      signIns += 1;
      const answer = answerSignIn();
      return beforeAnswer().then(() => answer);
    },
    fetchCalls: () => Promise.resolve(answerFetch()),
    fetchDevices: () => Promise.resolve({ kind: 'fetched', devices: [] }),
    operate: () => Promise.resolve({ kind: 'unknown', error: toError('no-answer') }),
    exchange: () => Promise.resolve({ kind: 'unknown', error: toError('no-answer') }),
    close: () => {
      log.push('closed');
      return Promise.resolve();
    },
  };
}

async function connect(): Promise<void> {
  bayeux.onPoll(false);
  await settle();
}

beforeEach(async () => {
  clock = createManualClock();
  reported = [];
  log = [];
  handshakes = [];
  signIns = 0;
  isInDoubt = false;
  failures = 0;
  beginProblem = undefined;
  beforeAnswer = () => Promise.resolve();
  onReport = () => undefined;
  closeBayeux = () => {
    log.push('left');
    return Promise.resolve();
  };
  answerSignIn = () => ({ kind: 'signed-in' });
  answerFetch = () => ({ kind: 'fetched', calls: [], isComplete: true });
  supervisor = createSupervisor({
    openSession: createFakeSession,
    openBayeux: (_session, listener) => {
      bayeux = listener;
      return {
        start: () => handshakes.push(clock.now()),
        renewPoll: () => log.push('polled anew'),
        abandon: () => log.push('abandoned'),
        close: () => closeBayeux(),
      };
    },
    clock,
    random: () => 0.5,
    logger: createMemoryLogger(),
    begin: () => {
      log.push('begun');
      return Promise.resolve(beginProblem);
    },
    end: () => {
      log.push('ended');
      return Promise.resolve();
    },
    calls: {
      onCalls: () => void log.push('calls'),
      onNotification: (notification) => log.push(String(notification)),
      isInDoubt: () => isInDoubt,
    },
    onConnection: (state, reason) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('a bug');
      }
      reported.push(reason ? `${state} ${reason.code}` : state);
      onReport();
    },
  });
  await settle();
});

async function start(): Promise<void> {
  supervisor.start();
  await settle();
}

test('is connected once notifications arrive and the calls have been fetched', async () => {
  await start();
  expect(reported).toEqual(['connecting']);
  await connect();
  expect(log).toEqual(['begun', 'calls']);
  expect(reported).toEqual(['connecting', 'connected']);
  expect(clock.pending()).toEqual([]);
});

test('is not connected while the first fetch leaves open whether a call has ended', async () => {
  await start();
  isInDoubt = true;
  await connect();
  expect(reported).toEqual(['connecting']);
  isInDoubt = false;
  await clock.fireNext();
  await settle();
  expect(log).toEqual(['begun', 'calls', 'calls']);
  expect(reported).toEqual(['connecting', 'connected']);
});

describe('a bug', () => {
  test('in the first report does not prevent it from connecting', async () => {
    failures = 1;
    expect(() => supervisor.start()).toThrow('a bug');
    await settle();
    await connect();
    expect(reported).toEqual(['connected']);
  });

  test('in a sign-in is reported, and does not end the attempts', async () => {
    answerSignIn = () => {
      throw new Error('a bug');
    };
    await start();
    expect(reported).toEqual(['connecting', 'error internal']);
    answerSignIn = () => ({ kind: 'signed-in' });
    while (handshakes.length === 0) {
      await clock.fireNext();
      await settle();
    }
    await connect();
    expect(reported.at(-1)).toBe('connected');
  });

  test('in a listener of the connection makes it report again', async () => {
    await start();
    await connect();
    failures = 2;
    bayeux.onEnd(lost());
    await settle();
    expect(reported.at(-1)).toBe('connected');
    while (failures > 0 || reported.at(-1) === 'connected') {
      await clock.fireNext();
      await settle();
    }
    expect(reported.at(-1)).toBe('reconnecting session-expired');
  });

  test('that leaves a connection silent makes it connect again', async () => {
    await start();
    await connect();
    supervisor.giveUp(toError('no-answer'));
    await settle();
    expect(reported.at(-1)).toBe('reconnecting no-answer');
    while (handshakes.length < 2) {
      await clock.fireNext();
      await settle();
    }
    await connect();
    expect(reported.at(-1)).toBe('connected');
    expect(signIns).toBe(1);
  });
});

describe('a poll that failed', () => {
  test('is reported, and resolved once a poll is answered and the calls have been fetched', async () => {
    await start();
    await connect();
    answerFetch = () => ({ kind: 'failed', error: toError('no-route') });
    bayeux.onPollFailure(toError('no-answer'));
    await settle();
    expect(reported.slice(2)).toEqual(['reconnecting no-answer', 'reconnecting no-route']);
    answerFetch = () => ({ kind: 'fetched', calls: [], isComplete: true });
    await connect();
    expect(reported.at(-1)).toBe('connected');
    expect(handshakes).toHaveLength(1);
  });

  test('is not resolved by a poll alone', async () => {
    await start();
    await connect();
    answerFetch = () => ({ kind: 'failed', error: toError('vendor-unavailable') });
    bayeux.onPollFailure(toError('no-answer'));
    await connect();
    expect(reported.at(-1)).toBe('reconnecting vendor-unavailable');
    answerFetch = () => ({ kind: 'fetched', calls: [], isComplete: true });
    await clock.fireNext();
    await settle();
    expect(reported.at(-1)).toBe('connected');
  });

  test('right at the start is an error', async () => {
    await start();
    bayeux.onPollFailure(toError('malformed-answer'));
    await settle();
    expect(reported).toEqual(['connecting', 'error malformed-answer']);
  });
});

describe('a contact-center session that could not be started', () => {
  beforeEach(async () => {
    beginProblem = toError('refused');
    await start();
    await connect();
  });

  test('is reported while connected, also if there is a second client', async () => {
    bayeux.onPoll(true);
    await settle();
    expect(reported).toEqual(['connecting', 'connected refused']);
  });

  test('is started again only when the agent tries again', async () => {
    supervisor.refresh();
    bayeux.onEnd({ kind: 'lost', error: toError('no-answer'), intervalMs: 0 });
    await settle();
    clock.advance(60_000);
    await settle();
    await connect();
    expect(log.filter((entry) => entry === 'begun')).toHaveLength(1);
    beginProblem = undefined;
    supervisor.retry();
    await settle();
    expect(log.filter((entry) => entry === 'begun')).toHaveLength(2);
    expect(reported.at(-1)).toBe('connected');
    supervisor.retry();
    await settle();
    expect(log.filter((entry) => entry === 'begun')).toHaveLength(2);
  });

  test('is reported again if it fails again', async () => {
    supervisor.retry();
    await settle();
    expect(reported.slice(1)).toEqual(['connected refused', 'connected', 'connected refused']);
  });
});

test('a second client is reported while connected, until it is gone', async () => {
  await start();
  bayeux.onPoll(true);
  await settle();
  bayeux.onPoll(false);
  expect(reported).toEqual(['connecting', 'connected multiple-clients', 'connected']);
});

test('a server that forgets every session gets at most five handshakes a minute', async () => {
  await start();
  const begin = clock.now();
  while (clock.now() < begin + 600_000) {
    await connect();
    bayeux.onEnd(lost());
    await settle();
    await clock.fireNext();
    await settle();
  }
  expect(handshakes.length).toBeGreaterThan(10);
  handshakes.forEach((time, index) => {
    if (index >= 5) expect(time - handshakes[index - 5]!).toBeGreaterThanOrEqual(60_000);
  });
  expect(signIns).toBe(1);
  expect(reported[2]).toBe('reconnecting session-expired');
});

describe('a session that is no longer accepted', () => {
  test('is renewed by one sign-in, however many requests fail', async () => {
    await start();
    await connect();
    const session = supervisor.session()!;
    supervisor.expire(session, toError('session-expired'));
    supervisor.expire(session, toError('session-expired'));
    bayeux.onEnd(unauthorized);
    await settle();
    expect(log).toContain('closed');
    expect(supervisor.session()).toBeUndefined();
    await clock.fireNext();
    await settle();
    supervisor.expire(session, toError('session-expired'));
    await connect();
    expect(signIns).toBe(2);
    expect(handshakes).toHaveLength(2);
    expect(reported.slice(1)).toEqual(['connected', 'reconnecting session-expired', 'connected']);
  });

  test('is an error right after signing in, and is not retried in a loop', async () => {
    await start();
    for (let count = 0; count < 4; count += 1) {
      bayeux.onEnd(unauthorized);
      await settle();
      await clock.fireNext();
      await settle();
    }
    expect(reported).toEqual(['connecting', 'error session-expired']);
    expect(clock.now() - handshakes[0]!).toBe(500 + 1_000 + 2_000 + 4_000);
  });

  test('is also found by fetching the calls', async () => {
    await start();
    await connect();
    answerFetch = () => ({ kind: 'unauthorized', error: toError('session-expired') });
    supervisor.refresh();
    await settle();
    expect(log).toContain('abandoned');
    answerFetch = () => ({ kind: 'fetched', calls: [], isComplete: true });
    await clock.fireNext();
    await settle();
    await connect();
    expect(signIns).toBe(2);
    expect(reported.at(-1)).toBe('connected');
  });
});

test('after sleep it replaces the poll, or connects without waiting for the delay', async () => {
  await start();
  await connect();
  supervisor.renew();
  expect(log).toContain('polled anew');
  bayeux.onEnd({ kind: 'lost', error: toError('no-answer'), intervalMs: 0 });
  await settle();
  expect(clock.pending()).not.toEqual([]);
  supervisor.renew();
  await settle();
  expect(handshakes).toHaveLength(2);
});

test('a wrong password is reported once, and nothing is tried until the agent retries', async () => {
  answerSignIn = () => ({ kind: 'refused', error: toError('wrong-credentials') });
  await start();
  expect(reported).toEqual(['connecting', 'signed-out wrong-credentials']);
  supervisor.refresh();
  await settle();
  expect(clock.pending()).toEqual([]);
  expect(signIns).toBe(1);
  answerSignIn = () => ({ kind: 'signed-in' });
  supervisor.retry();
  await settle();
  await connect();
  expect(reported.slice(2)).toEqual(['connecting', 'connected']);
});

test('a server that wants no further attempt gets none until the agent retries', async () => {
  await start();
  await connect();
  bayeux.onEnd({ kind: 'denied', error: toError('refused', '403::Handshake denied') });
  await settle();
  expect(reported.at(-1)).toBe('error refused');
  expect(clock.pending()).toEqual([]);
  expect(handshakes).toHaveLength(1);
  supervisor.retry();
  await settle();
  expect(handshakes).toHaveLength(2);
  expect(signIns).toBe(1);
});

test('an unreachable service is retried with backoff, and at once when the network changes', async () => {
  answerSignIn = () => ({ kind: 'failed', error: toError('no-route') });
  await start();
  expect(reported).toEqual(['connecting', 'error no-route']);
  const pauses: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    pauses.push(clock.pending()[0]!);
    await clock.fireNext();
    await settle();
  }
  expect(pauses).toEqual([2_500, 3_000, 4_000]);
  expect(signIns).toBe(4);
  supervisor.refresh();
  await settle();
  expect(signIns).toBe(5);
});

test('a service that answers with failures gets at most five sign-ins a minute, even on request', async () => {
  answerSignIn = () => ({ kind: 'failed', error: toError('vendor-unavailable') });
  await start();
  for (let count = 0; count < 6; count += 1) {
    supervisor.refresh();
    await settle();
  }
  expect(signIns).toBe(5);
});

test("the next handshake waits for the server's interval", async () => {
  await start();
  await connect();
  bayeux.onEnd({ ...lost(), intervalMs: 9_000 });
  await settle();
  // Plus a random half second, so that not all clients return at once.
  expect(clock.pending()).toEqual([9_500]);
});

test('a session that the server forgot while polls failed is renewed without a delay', async () => {
  await start();
  await connect();
  bayeux.onEnd(lost());
  await settle();
  await clock.fireNext();
  await settle();
  bayeux.onEnd(unauthorized);
  await settle();
  expect(signIns).toBe(2);
  await connect();
  expect(reported.at(-1)).toBe('connected');
});

test('a refresh during a failed sign-in starts the next attempt without a delay', async () => {
  let failSignIn: () => void = () => undefined;
  answerSignIn = () => ({ kind: 'failed', error: toError('vendor-unavailable') });
  const first = new Promise<void>((resolve) => {
    failSignIn = resolve;
  });
  beforeAnswer = () => first;
  await start();
  supervisor.refresh();
  beforeAnswer = () => Promise.resolve();
  failSignIn();
  await settle();
  expect(signIns).toBe(2);
});

test('a retry at the moment a refusal is reported does not wait', async () => {
  answerSignIn = () => ({ kind: 'refused', error: toError('wrong-credentials') });
  onReport = () => {
    if (signIns === 1 && reported.at(-1) === 'signed-out wrong-credentials') supervisor.retry();
  };
  await start();
  expect(signIns).toBe(2);
});

test('requests can use the session while notifications are interrupted', async () => {
  await start();
  expect(supervisor.session()).toBeDefined();
  await connect();
  bayeux.onEnd(lost());
  await settle();
  expect(supervisor.session()).toBeDefined();
});

describe('stopping', () => {
  test('disconnects, then ends the contact-center session, and leaves no timer', async () => {
    await start();
    await connect();
    log.length = 0;
    await supervisor.stop();
    expect(log).toEqual(['left', 'ended', 'closed']);
    expect(clock.pending()).toEqual([]);
    expect(reported.at(-1)).toBe('connected');
  });

  test('during a delay leaves no timer', async () => {
    answerSignIn = () => ({ kind: 'failed', error: toError('no-route') });
    await start();
    await supervisor.stop();
    expect(clock.pending()).toEqual([]);
    expect(log).toEqual(['closed']);
  });

  test('while signed out leaves no timer and sends nothing more', async () => {
    answerSignIn = () => ({ kind: 'refused', error: toError('wrong-credentials') });
    await start();
    await supervisor.stop();
    supervisor.retry();
    await settle();
    expect(signIns).toBe(1);
    expect(clock.pending()).toEqual([]);
  });

  test('just as the password is refused does not wait for the agent', async () => {
    const stopped = new Promise<void>((resolve) => {
      answerSignIn = () => {
        resolve(supervisor.stop());
        return { kind: 'refused', error: toError('wrong-credentials') };
      };
    });
    await start();
    await stopped;
    expect(reported).toEqual(['connecting']);
  });

  test('still ends and closes the session if a bug occurs', async () => {
    await start();
    await connect();
    log.length = 0;
    closeBayeux = () => {
      throw new Error('a bug');
    };
    await supervisor.stop();
    expect(log).toEqual(['ended', 'closed']);
  });

  test('before the start does nothing', async () => {
    await supervisor.stop();
    expect(log).toEqual([]);
  });
});
