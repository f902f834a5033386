import type { Participant } from '../../contract/call-model';
import type { Command } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import { en } from '../../contract/locale/en';
import type { Connection } from '../../contract/snapshot';
import type { KnownCall } from '../calls/reducer';
import type { RosterChange } from '../calls/roster-changes';
import { redactNumbers, redactSecrets } from '../log/redact';

/** What happened, one JSON object a line; for tests, administrators and other programs. */
export interface Trace {
  connection(connection: Connection): void;
  call(call: KnownCall): void;
  participants(change: RosterChange): void;
  command(command: Command): void;
  /** `why` says which rule held it back; without it the notification was shown. */
  notification(title: string, body: string, why?: string): void;
  tray(state: string, tooltip: string): void;
  window(event: 'ready' | 'shown' | 'hidden'): void;
}

export interface TraceOptions {
  /** Takes one line, without its end. */
  readonly write: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Telephone numbers in full, as `--trace-numbers` asks for. */
  readonly hasNumbers: boolean;
  /** What must never be written, whoever quotes it; asked for at every line. */
  readonly secrets: () => readonly string[];
}

export function createTrace({ write, now, hasNumbers, secrets }: TraceOptions): Trace {
  function record(kind: string, fields: Readonly<Record<string, unknown>>): void {
    write(JSON.stringify({ t: new Date(now()).toISOString(), kind, ...fields }));
  }

  function mask(text: string): string {
    const open = redactSecrets(text, secrets());
    return hasNumbers ? open : redactNumbers(open);
  }

  function names(participants: readonly Participant[]): string[] {
    return participants.map((participant) => mask(participant.name));
  }

  function reasonOf(error: AppError | undefined): { reason?: string } {
    if (error === undefined) return {};
    return { reason: mask(error.detail ? `${error.code}: ${error.detail}` : error.code) };
  }

  return {
    connection: ({ vendor, state, reason }) => {
      record('connection', { vendor, state, ...reasonOf(reason) });
    },
    call: (call) => {
      record('call', {
        id: call.id,
        line: call.line,
        state: wordFor(call),
        muted: call.isMuted,
        held: call.isHeld,
        participants: names(call.participants),
      });
    },
    participants: ({ call, joined, left }) => {
      record('participants', { id: call.id, joined: names(joined), left: names(left) });
    },
    command: ({ id, action, outcome, target, error }) => {
      // What is keyed in during a call may be a secret number: not even its last digits are told.
      const isTold = target !== '' && action !== 'send-tones';
      record('command', {
        id,
        action,
        outcome,
        ...(isTold && { target: mask(target) }),
        ...reasonOf(error),
      });
    },
    notification: (title, body, why) => {
      const shown = why === undefined;
      record('notification', {
        title: mask(title),
        body: mask(body),
        shown,
        ...(!shown && { why }),
      });
    },
    tray: (state, tooltip) => record('tray', { state, tooltip: mask(tooltip) }),
    window: (event) => record('window', { event }),
  };
}

/** The state in the words of the window. */
function wordFor(call: KnownCall): string {
  const words = call.line === 'conference' ? en.window.conferenceStates : en.callStates;
  return words[call.state];
}
