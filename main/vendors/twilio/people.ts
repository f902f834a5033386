import type { TwilioClient } from './client';
import type { Person } from './mapper';
import { toPerson } from './mapper';
import { isFinalRefusal } from './transport';
import type { WireParticipant } from './wire';

/**
 * Up to this many calls are fetched one by one after a refresh. If there are more, the list of all calls is
 * fetched first.
 */
const MAX_READS = 5;
/** The maximum number of times that the list of all calls is fetched until everybody is known. */
const MAX_LISTS = 3;

/** The numbers and names of a conference's participants, which only their calls contain. */
export interface People {
  readonly byCall: ReadonlyMap<string, Person>;
  /** Records a number that Sidetone called. */
  note(callSid: string, person: Person): void;
  /** Fetches the calls of some people who are not known yet. Each call is fetched once. */
  learn(participants: readonly WireParticipant[], signal: AbortSignal): Promise<void>;
}

export function createPeople(client: TwilioClient): People {
  const byCall = new Map<string, Person>();
  let listsRead = 0;

  async function fetchList(unknown: readonly string[], signal: AbortSignal): Promise<void> {
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
      if (unknown.length === 0) listsRead = 0;
      if (unknown.length > MAX_READS && listsRead < MAX_LISTS) await fetchList(unknown, signal);
      for (const sid of listUnknown(participants).slice(0, MAX_READS)) {
        const reply = await client.fetchCall(sid, signal);
        if (signal.aborted) return;
        if (reply.kind === 'done') byCall.set(sid, toPerson(reply.value));
        else if (isFinalRefusal(reply)) byCall.set(sid, {});
        // The others would fail as well, so try again next time.
        else return;
      }
    },
  };
}
