import { randomBytes } from 'node:crypto';
import { InputError } from '../input';
import type { GenesysOptions } from '../types';
import { capabilitiesOf, shuffled } from './capabilities';
import type {
  CallResource,
  CallSpec,
  CallState,
  CallType,
  CallView,
  Capability,
  ParticipantResource,
  PartySpec,
  RecordingState,
} from './types';

/** A call in the switch. */
export interface Call {
  readonly id: string;
  readonly connId: string;
  readonly alias: string | undefined;
  readonly callType: CallType;
  readonly dnis: string;
  readonly ani: string | undefined;
  readonly isFromQueue: boolean;
  /** The call from which this one was started as a consultation. */
  readonly parentId: string | undefined;
  readonly startedAt: number;
  state: CallState;
  parties: PartySpec[];
  isMuted: boolean;
  isOwner: boolean;
  recordingState: RecordingState;
  userData: Record<string, unknown>;
}

export type NotificationType =
  | 'StatusChange'
  | 'ParticipantsUpdated'
  | 'AttachedDataChanged'
  | 'DtmfSent'
  | 'CallRecordingStateChange';

interface CallBookParts {
  options: GenesysOptions;
  /** The agent's own number. */
  extension: string;
  /** Origin of the absolute URIs. */
  externalOrigin: () => string;
  now: () => number;
  /** Called after each change. */
  onChange: (call: Call, type: NotificationType) => void;
}

/** Numbers of up to this length are extensions of the switch. */
const MAX_EXTENSION_LENGTH = 6;

function participant(party: PartySpec): ParticipantResource {
  return {
    e164Number: party.number.startsWith('+') ? party.number : '',
    formattedPhoneNumber: party.formatted ?? party.number,
    phoneNumber: party.number,
    digits: party.number.replace(/\D/g, ''),
  };
}

/** Stores and changes the agent's calls, and formats them like the vendor. */
export class CallBook {
  readonly #parts: CallBookParts;
  readonly #calls = new Map<string, Call>();
  /** One prefix for all IDs of a run, and a number that never repeats. */
  readonly #prefix = `01${randomBytes(12).toString('hex').toUpperCase().slice(0, 22)}`;
  #made = 0;
  #shown = 0;

  constructor(parts: CallBookParts) {
    this.#parts = parts;
  }

  /** Adds a call and announces it; `before` runs before it is announced. */
  add(
    spec: CallSpec,
    defaults: { state: CallState; parentId?: string },
    before?: () => void,
  ): Call {
    const isOutgoing = (spec.state ?? defaults.state) === 'Dialing';
    const isInternal = spec.from.length <= MAX_EXTENSION_LENGTH;
    const ani = spec.ani ?? (isOutgoing || isInternal ? undefined : spec.from);
    this.#made += 1;
    const call: Call = {
      id: spec.id ?? `${this.#prefix}${this.#made.toString(36).toUpperCase().padStart(8, '0')}`,
      connId: spec.connId ?? `00710271${this.#made.toString(16).padStart(8, '0')}`,
      alias: spec.alias,
      callType:
        spec.callType ??
        (defaults.parentId !== undefined
          ? 'Consult'
          : isInternal
            ? 'Internal'
            : isOutgoing
              ? 'Outbound'
              : 'Inbound'),
      dnis: spec.dnis ?? (isOutgoing ? spec.from : this.#parts.extension),
      ani,
      isFromQueue: spec.isFromQueue ?? false,
      parentId: defaults.parentId,
      startedAt: this.#parts.now(),
      state: spec.state ?? defaults.state,
      parties: [{ number: spec.from, formatted: spec.formatted }, ...(spec.others ?? [])],
      isMuted: spec.isMuted ?? false,
      isOwner: spec.isOwner ?? false,
      recordingState: 'Stopped',
      userData: { ...spec.userData },
    };
    if (this.find(call.id) !== undefined) {
      throw new InputError(`id: there is already a call "${call.id}"`);
    }
    this.#calls.set(call.id, call);
    before?.();
    this.announce(call, 'StatusChange');
    return call;
  }

  /** By id, or by the alias given when it was created; the newest with that alias. */
  find(name: string): Call | undefined {
    const newestFirst = this.all().reverse();
    return this.#calls.get(name) ?? newestFirst.find((call) => call.alias === name);
  }

  /** @throws InputError when the call does not exist */
  get(name: string): Call {
    const call = this.find(name);
    if (call === undefined) {
      throw new InputError(`call: there is no call "${name}"`);
    }
    return call;
  }

  /** Calls that are not released, oldest first. */
  all(): Call[] {
    return [...this.#calls.values()];
  }

  isGoingOn(call: Call): boolean {
    return this.#calls.get(call.id) === call;
  }

  clear(): void {
    this.#calls.clear();
  }

  announce(call: Call, type: NotificationType): void {
    this.#parts.onChange(call, type);
  }

  /** Changes the state and announces it; a released call is removed. */
  setState(call: Call, state: CallState): void {
    call.state = state;
    if (state === 'Released') {
      this.#calls.delete(call.id);
    }
    this.announce(call, 'StatusChange');
  }

  /**
   * Establishes a call; the switch holds the call that was established before. As in the vendor's sample of
   * SwapCalls, the new one is announced first, and already offers what it can do while another is held.
   */
  establish(call: Call): void {
    const before = this.all().filter((other) => other !== call && other.state === 'Established');
    call.state = 'Established';
    for (const other of before) {
      other.state = 'Held';
    }
    for (const changed of [call, ...before]) {
      this.announce(changed, 'StatusChange');
    }
  }

  setMuted(call: Call, isMuted: boolean): void {
    call.isMuted = isMuted;
    this.announce(call, 'StatusChange');
  }

  /** Adds a party. A number can be in the call more than once. */
  addParty(call: Call, party: PartySpec): void {
    call.parties = [...call.parties, party];
    this.announce(call, 'ParticipantsUpdated');
  }

  /**
   * The party with a number. doc:RemoveParticipantFromConference has a phone number and does not mention other
   * notations.
   * Decided here: the phone number takes precedence, and the first of several matches is used.
   */
  partyOf(call: Call, number: string): PartySpec | undefined {
    return (
      call.parties.find((party) => party.number === number) ??
      call.parties.find((party) => Object.values(participant(party)).includes(number))
    );
  }

  /** Removes a party; the call ends with the last one. */
  removeParty(call: Call, party: PartySpec): void {
    call.parties = call.parties.filter((other) => other !== party);
    if (call.parties.length === 0) {
      this.setState(call, 'Released');
    } else {
      this.announce(call, 'ParticipantsUpdated');
    }
  }

  /** The operations that the call offers now. */
  capabilities(call: Call): Capability[] {
    const others = this.all().filter((other) => other !== call);
    return capabilitiesOf(
      {
        ...call,
        otherParties: call.parties.length,
        hasConsultation: others.some((other) => other.parentId === call.id),
        hasOtherHeld: others.some((other) => other.state === 'Held'),
      },
      this.#parts.options,
    );
  }

  /** The resource as it goes over the wire (doc:CallResource; samples on the operations' pages). */
  resource(call: Call): CallResource {
    const base = `${this.#parts.externalOrigin()}/api/v2`;
    const { options } = this.#parts;
    this.#shown += 1;
    return {
      id: call.id,
      state: call.state,
      callUuid: call.id,
      connId: call.connId,
      deviceUri: `${base}/devices/${options.deviceId}`,
      participants: call.parties.map(participant),
      dnis: call.dnis,
      ...(call.ani === undefined ? {} : { ani: call.ani }),
      callType: call.callType,
      capabilities: shuffled(this.capabilities(call), this.#shown),
      ...(Object.keys(call.userData).length === 0 ? {} : { userData: { ...call.userData } }),
      ...(call.parentId === undefined
        ? {}
        : {
            parentCallUri: `${base}/me/calls/${call.parentId}`,
            parentCallPath: `/calls/${call.parentId}`,
          }),
      duration: String(Math.floor((this.#parts.now() - call.startedAt) / 1000)),
      mute: call.isMuted ? 'On' : 'Off',
      ...(options.hasRecording ? { recordingState: call.recordingState } : {}),
      supervisorListeningIn: false,
      monitoredUserMuted: false,
      monitoring: false,
      uri: `${base}/me/calls/${call.id}`,
      path: `/calls/${call.id}`,
    };
  }

  view(call: Call): CallView {
    return { ...this.resource(call), alias: call.alias, isOwner: call.isOwner };
  }
}
