import type { Call } from './genesys/call-book';
import type { Recording, Recordings } from './verba/recordings';

/**
 * Records the agent's telephone calls like the recorder connected to the switch: from when a call is
 * established until it ends. `nativeId` is the call's callUuid, `platformCallId` its connId.
 */
export class CallRecorder {
  readonly #recordings: Recordings;
  readonly #extension: string;
  readonly #running = new Map<string, Recording>();

  constructor(recordings: Recordings, extension: string) {
    this.#recordings = recordings;
    this.#extension = extension;
  }

  note(call: Call): void {
    const running = this.#running.get(call.id);
    if (call.state === 'Established' && running === undefined) {
      const other = call.parties[0]?.number ?? '';
      const isIncoming = call.dnis === this.#extension;
      this.#running.set(
        call.id,
        this.#recordings.add({
          nativeId: call.id,
          platformCallId: call.connId,
          caller: isIncoming ? other : this.#extension,
          called: isIncoming ? this.#extension : other,
        }),
      );
    }
    if (call.state === 'Released' && running !== undefined) {
      this.#running.delete(call.id);
      this.#recordings.finish(running);
    }
  }

  clear(): void {
    this.#running.clear();
  }
}
