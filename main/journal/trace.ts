import type { Participant } from '../../contract/call-model';
import type { Command } from '../../contract/commands';
import type { AppError, ErrorCode } from '../../contract/errors';
import type { Connection } from '../../contract/snapshot';
import { removeIsolates } from '../../contract/text';
import type { WrapUp } from '../../contract/wrap-up';
import type { KnownCall } from '../calls/known-call';
import type { RosterChange } from '../calls/roster-changes';
import { redactNumbers, redactSecrets } from '../log/redact';
import type {
  CallLine,
  TracedTrayState,
  TraceLine,
  WhyNotShown,
  WindowEvent,
} from './trace-schema';

/**
 * A record of events, one JSON object per line, for tests, administrators and other programs.
 * docs/trace.md describes every line.
 */
export interface Trace {
  /** The first line of a run; `app` is the version of Sidetone. */
  start(app: string): void;
  connection(connection: Connection): void;
  call(call: KnownCall, facts?: CallFacts): void;
  participants(change: RosterChange): void;
  command(command: Command): void;
  /** `why`: the reason why it was not shown, if it was not. `detail`: what the desktop answered. */
  notification(title: string, body: string, why?: WhyNotShown, detail?: string): void;
  tray(state: TracedTrayState, tooltip: string): void;
  /** The page of the profile was opened for this call. */
  screenPop(callId: string): void;
  window(event: WindowEvent): void;
  /** The agent's note and outcome; for the journal only. `at` as in `WrapUps.save`. */
  wrapUp(callId: string, wrapUp: WrapUp, at?: number): void;
}

/** What a call's line contains besides its state. */
export interface CallFacts {
  /** It seemed to have ended before. */
  readonly isResumed?: boolean;
  readonly isMissed?: boolean;
}

/** The caller and the reason, which only the journal keeps. */
export interface CallDetails {
  readonly caller?: string | undefined;
  readonly about?: string | undefined;
  readonly address?: string | undefined;
}

export interface TraceOptions {
  /** Writes one line, which has no line break. */
  readonly write: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether telephone numbers are written in full (`--trace-numbers`). */
  readonly hasNumbers: boolean;
  /** The values that must never be written. Called for every line. */
  readonly secrets: () => readonly string[];
  /** Without it, nothing of the attached data is written. */
  readonly describeCall?: (call: KnownCall) => CallDetails;
}

export function createTrace(options: TraceOptions): Trace {
  const { write, now, hasNumbers, secrets, describeCall } = options;

  function record(line: TraceLine): void {
    write(JSON.stringify(line));
  }

  function time(): string {
    return new Date(now()).toISOString();
  }

  function mask(text: string): string {
    // Programs compare names, so the characters that isolate their direction on a screen are removed.
    const open = redactSecrets(removeIsolates(text), secrets());
    return hasNumbers ? open : redactNumbers(open);
  }

  function names(participants: readonly Participant[]): string[] {
    return participants.map((participant) => mask(participant.name));
  }

  function detailsOf(call: KnownCall): Pick<CallLine, 'caller' | 'about' | 'address'> {
    const { caller, about, address } = describeCall?.(call) ?? {};
    return {
      ...(caller !== undefined && { caller: mask(caller) }),
      ...(about !== undefined && { about: mask(about) }),
      // A number with most of its digits missing cannot be dialed.
      ...(address !== undefined && hasNumbers && { address }),
    };
  }

  function reasonOf(error: AppError | undefined): { reason?: ErrorCode; detail?: string } {
    if (error === undefined) return {};
    return { reason: error.code, ...(error.detail && { detail: mask(error.detail) }) };
  }

  return {
    start: (app) => record({ v: 1, t: time(), kind: 'start', app }),
    connection: ({ vendor, state, reason }) => {
      record({ t: time(), kind: 'connection', vendor, state, ...reasonOf(reason) });
    },
    call: (call, { isResumed = false, isMissed = false } = {}) => {
      record({
        t: time(),
        kind: 'call',
        id: call.id,
        line: call.line,
        state: call.state,
        muted: call.isMuted,
        held: call.isHeld,
        participants: names(call.participants),
        ...(call.direction && { direction: call.direction }),
        ...detailsOf(call),
        ...(isMissed && { missed: true }),
        ...describeEnd(call),
        ...(isResumed && { resumed: true }),
      });
    },
    participants: ({ call, joined, left }) => {
      record({
        t: time(),
        kind: 'participants',
        id: call.id,
        joined: names(joined),
        left: names(left),
      });
    },
    command: ({ id, action, outcome, callId, target, error }) => {
      // Tones may be a PIN, so not even the last digits are written.
      const hasTarget = target !== '' && action !== 'send-tones';
      record({
        t: time(),
        kind: 'command',
        id,
        action,
        outcome,
        ...(callId !== undefined && { call: callId }),
        ...(hasTarget && { target: mask(target) }),
        ...reasonOf(error),
      });
    },
    notification: (title, body, why, detail) => {
      record({
        t: time(),
        kind: 'notification',
        title: mask(title),
        body: mask(body),
        shown: why === undefined,
        ...(why && { why }),
        ...(detail && { detail: mask(detail) }),
      });
    },
    tray: (state, tooltip) => {
      record({ t: time(), kind: 'tray', state, tooltip: mask(tooltip) });
    },
    screenPop: (call) => record({ t: time(), kind: 'screen-pop', call }),
    window: (event) => record({ t: time(), kind: 'window', event }),
    wrapUp: (call, { note, outcome }, at) => {
      record({
        t: time(),
        kind: 'wrap-up',
        call,
        ...(at !== undefined && { began: new Date(at).toISOString() }),
        note: mask(note),
        outcome: mask(outcome),
      });
    },
  };
}

function describeEnd({ startedAt, endedAt, isEndUnseen }: KnownCall): object {
  if (endedAt === undefined) return {};
  if (isEndUnseen === true) return { end: 'away' };
  return { end: 'seen', seconds: Math.max(0, Math.round((endedAt - startedAt) / 1_000)) };
}
