import { InputError } from '../input';
import type {
  ParticipantSettings,
  TwilioCall,
  TwilioConference,
  TwilioParticipant,
  TwilioRecording,
} from './entities';
import { makeSid } from './resources';
import type { CallStatus, EndReason, RecordingStatus } from './types';

const BEFORE_ANSWER: readonly CallStatus[] = ['queued', 'ringing'];
export const RUNNING_RECORDING: readonly RecordingStatus[] = ['in-progress', 'paused'];

export function isBeforeAnswer(call: TwilioCall): boolean {
  return BEFORE_ANSWER.includes(call.status);
}

/** The conferences, participants, calls and recordings of the account. */
export class TwilioBook {
  readonly #now: () => number;
  /** Called when a recording has ended and is being prepared. */
  readonly #onRecorded: (recording: TwilioRecording) => void;
  readonly conferences = new Map<string, TwilioConference>();
  readonly calls = new Map<string, TwilioCall>();
  readonly recordings = new Map<string, TwilioRecording>();

  constructor(now: () => number, onRecorded: (recording: TwilioRecording) => void) {
    this.#now = now;
    this.#onRecorded = onRecorded;
  }

  /** An active conference by SID or friendly name. */
  findRunning(nameOrSid: string): TwilioConference | undefined {
    return [...this.conferences.values()].find(
      ({ sid, name, status }) => status !== 'completed' && [sid, name].includes(nameOrSid),
    );
  }

  /**
   * The conference with this SID, or the newest with this name; by default the newest active one.
   *
   * @throws InputError if there is none
   */
  get(nameOrSid?: string): TwilioConference {
    const conference = [...this.conferences.values()]
      .reverse()
      .find(({ sid, name, status }) =>
        nameOrSid === undefined ? status !== 'completed' : [sid, name].includes(nameOrSid),
      );
    if (conference === undefined) {
      throw new InputError(
        nameOrSid === undefined
          ? 'conference: none is running'
          : `conference: there is no conference "${nameOrSid}"`,
      );
    }
    return conference;
  }

  open(name: string): TwilioConference {
    const now = this.#now();
    const conference: TwilioConference = {
      sid: makeSid('CF'),
      name,
      createdAt: now,
      updatedAt: now,
      status: 'init',
      endReason: undefined,
      callSidEnding: undefined,
      isToBeRecorded: false,
      participants: [],
      announcements: [],
    };
    this.conferences.set(conference.sid, conference);
    return conference;
  }

  connect(conference: TwilioConference, settings: ParticipantSettings): TwilioParticipant {
    const now = this.#now();
    const call: TwilioCall = {
      sid: makeSid('CA'),
      from: settings.from,
      to: settings.to,
      direction: settings.direction,
      callerName: settings.callerName,
      createdAt: now,
      updatedAt: now,
      status: 'queued',
      startedAt: undefined,
      endedAt: undefined,
    };
    const participant: TwilioParticipant = {
      call,
      conference,
      label: settings.label,
      startsConference: settings.startsConference ?? true,
      createdAt: now,
      updatedAt: now,
      status: 'queued',
      isMuted: settings.isMuted ?? false,
      isHeld: false,
      endsConference: settings.endsConference ?? false,
      callSidToCoach: settings.callSidToCoach,
      announcements: [],
    };
    conference.isToBeRecorded ||= settings.isRecorded ?? false;
    conference.participants.push(participant);
    this.calls.set(call.sid, call);
    return participant;
  }

  ring(call: TwilioCall): void {
    if (call.status !== 'queued') {
      return;
    }
    this.#update(call, { status: 'ringing' });
    this.#ofCall(call, (participant) => this.#update(participant, { status: 'ringing' }));
  }

  answer(call: TwilioCall): void {
    if (!isBeforeAnswer(call)) {
      return;
    }
    this.#update(call, { status: 'in-progress', startedAt: this.#now() });
    this.#ofCall(call, (participant) => {
      const { conference } = participant;
      this.#update(participant, { status: 'connected' });
      if (conference.status === 'init' && participant.startsConference) {
        this.#update(conference, { status: 'in-progress' });
        if (conference.isToBeRecorded) {
          this.record(conference, 'Conference');
        }
      }
    });
  }

  /** Ends a call; its participant leaves the conference. */
  end(call: TwilioCall, status: CallStatus, isKicked = false): void {
    const wasConnected = call.status === 'in-progress';
    this.#update(call, { status, endedAt: this.#now() });
    this.#ofCall(call, (participant) => {
      const { conference } = participant;
      this.#update(participant, { status: wasConnected ? 'complete' : 'failed' });
      conference.participants = conference.participants.filter((other) => other !== participant);
      const how = isKicked ? 'kicked' : 'left';
      if (participant.endsConference && wasConnected) {
        this.complete(conference, `participant-with-end-conference-on-exit-${how}`, call.sid);
      } else if (conference.participants.length === 0) {
        this.complete(conference, `last-participant-${how}`, call.sid);
      }
    });
  }

  complete(conference: TwilioConference, reason: EndReason, callSid?: string): void {
    this.#update(conference, { status: 'completed', endReason: reason, callSidEnding: callSid });
    const present = conference.participants;
    conference.participants = [];
    for (const { call } of present) {
      this.#update(call, {
        status: isBeforeAnswer(call) ? 'canceled' : 'completed',
        endedAt: this.#now(),
      });
    }
    const recording = this.currentRecording(conference);
    if (recording !== undefined) {
      this.finishRecording(recording);
    }
  }

  change(
    participant: TwilioParticipant,
    settings: Partial<
      Pick<TwilioParticipant, 'isMuted' | 'isHeld' | 'endsConference' | 'callSidToCoach'>
    >,
  ): void {
    this.#update(participant, settings);
  }

  currentRecording(conference: TwilioConference): TwilioRecording | undefined {
    return this.recordingsOf(conference).find(({ status }) => RUNNING_RECORDING.includes(status));
  }

  recordingsOf(conference: TwilioConference): TwilioRecording[] {
    return [...this.recordings.values()].filter((recording) => recording.conference === conference);
  }

  record(conference: TwilioConference, source: TwilioRecording['source']): TwilioRecording {
    const now = this.#now();
    const recording: TwilioRecording = {
      sid: makeSid('RE'),
      conference,
      callSid: conference.participants[0]?.call.sid ?? makeSid('CA'),
      source,
      startedAt: now,
      updatedAt: now,
      endedAt: undefined,
      status: 'in-progress',
    };
    this.recordings.set(recording.sid, recording);
    return recording;
  }

  setRecordingStatus(recording: TwilioRecording, status: RecordingStatus): void {
    this.#update(recording, { status });
  }

  /** Ends a recording, which is then prepared for a while. */
  finishRecording(recording: TwilioRecording, status: RecordingStatus = 'processing'): void {
    this.#update(recording, { status, endedAt: this.#now() });
    this.#onRecorded(recording);
  }

  clear(): void {
    this.conferences.clear();
    this.calls.clear();
    this.recordings.clear();
  }

  #update<Item extends { updatedAt: number }>(item: Item, values: Partial<NoInfer<Item>>): void {
    Object.assign(item, values, { updatedAt: this.#now() });
  }

  #ofCall(call: TwilioCall, task: (participant: TwilioParticipant) => void): void {
    for (const conference of this.conferences.values()) {
      const participant = conference.participants.find((candidate) => candidate.call === call);
      if (participant !== undefined) {
        task(participant);
      }
    }
  }
}
