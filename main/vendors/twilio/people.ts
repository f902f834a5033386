import type { TwilioClient } from './client';
import type { Person } from './mapper';
import { toPerson } from './mapper';
import { isFinalRefusal } from './transport';
import type { WireParticipant } from './wire';

/** So many calls are read one by one after a refresh; of more, the list of all calls is read first. */
const MAX_READS = 5;
/** How often the list of all calls is read, at most. */
const MAX_LISTS = 3;

/** The numbers and names of a conference's participants, which only their calls have. */
export interface People {
  readonly byCall: ReadonlyMap<string, Person>;
  /** Notes a number that was called from here. */
  note(callSid: string, person: Person): void;
  /** Reads the calls of some of those who are not known yet. Each call is read once. */
  learn(participants: readonly WireParticipant[], signal: AbortSignal): Promise<void>;
}

export function createPeople(client: TwilioClient): People {
  const byCall = new Map<string, Person>();
  let listsRead = 0;

  async function readList(unknown: readonly string[], signal: AbortSignal): Promise<void> {
    listsRead += 1;
    const reply = await client.listCalls({ status: 'in-progress' }, signal);
    if (reply.kind !== 'done') return;
    const wanted = new Set(unknown);
    for (const call of reply.value) {
      if (wanted.has(call.sid)) byCall.set(call.sid, toPerson(call));
    }
  }

  function listUnknown(participants: readonly WireParticipant[]): string[] {
    return participants.map((one) => one.call_sid).filter((sid) => !byCall.has(sid));
  }

  return {
    byCall,
    note: (callSid, person) => void byCall.set(callSid, person),
    async learn(participants, signal) {
      const unknown = listUnknown(participants);
      if (unknown.length > MAX_READS && listsRead < MAX_LISTS) await readList(unknown, signal);
      for (const sid of listUnknown(participants).slice(0, MAX_READS)) {
        const reply = await client.readCall(sid, signal);
        if (signal.aborted) return;
        if (reply.kind === 'done') byCall.set(sid, toPerson(reply.value));
        else if (isFinalRefusal(reply)) byCall.set(sid, {});
        // The others would fail as well: next time.
        else return;
      }
    },
  };
}
