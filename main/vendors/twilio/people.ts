import type { TwilioClient } from './client';
import type { Person } from './mapper';
import { toPerson } from './mapper';
import { isFinalRefusal } from './transport';
import type { WireParticipant } from './wire';

/**
 * Up to this many calls are requested after a refresh. If there are more, the list of all calls is fetched
 * first.
 */
const MAX_READS = 5;
/** The maximum number of times that the list of all calls is fetched until everybody is known. */
const MAX_LISTS = 3;

/** The numbers and names of a conference's participants, which only their calls contain. */
export interface People {
  readonly byCall: ReadonlyMap<string, Person>;
  /** Records a number that Sidetone called. */
  note(callSid: string, person: Person): void;
  /**
   * Requests the calls of some people who are not known yet, and waits for the answers. A call without an answer
   * is not requested again in the meantime, and the others do not wait for it.
   */
  learn(participants: readonly WireParticipant[], signal: AbortSignal): Promise<void>;
  /** Whether the service has not answered yet who some of these are. */
  isLearning(participants: readonly WireParticipant[]): boolean;
}

export function createPeople(client: TwilioClient): People {
  const byCall = new Map<string, Person>();
  const requests = new Map<string, Promise<void>>();
  /** The calls that could not be fetched, the longest ago first. */
  const failed = new Set<string>();
  let hasLastFailed = false;
  let listsRead = 0;
  let isListing = false;

  async function fetchList(unknown: readonly string[], signal: AbortSignal): Promise<void> {
    listsRead += 1;
    isListing = true;
    const reply = await client.listCalls({ status: 'in-progress' }, signal).finally(() => {
      isListing = false;
    });
    if (reply.kind !== 'done') return;
    const wanted = new Set(unknown);
    for (const call of reply.value) {
      if (wanted.has(call.sid)) byCall.set(call.sid, toPerson(call));
    }
  }

  async function fetchOne(sid: string, signal: AbortSignal): Promise<void> {
    const reply = await client.fetchCall(sid, signal);
    if (signal.aborted) return;
    failed.delete(sid);
    hasLastFailed = reply.kind !== 'done' && !isFinalRefusal(reply);
    if (hasLastFailed) failed.add(sid);
    else byCall.set(sid, reply.kind === 'done' ? toPerson(reply.value) : {});
  }

  function listUnknown(participants: readonly WireParticipant[]): string[] {
    return participants.map((one) => one.call_sid).filter((sid) => !byCall.has(sid));
  }

  /** Those that have failed come last, so that one which always fails does not keep the others from being known. */
  function listNext(unknown: readonly string[]): string[] {
    const open = unknown.filter((sid) => !requests.has(sid));
    const again = [...failed].filter((sid) => open.includes(sid));
    const next = [...open.filter((sid) => !failed.has(sid)), ...again];
    // After a failure all would most likely fail, so try with one.
    return next.slice(0, hasLastFailed ? 1 : MAX_READS);
  }

  return {
    byCall,
    note: (callSid, person) => void byCall.set(callSid, person),
    async learn(participants, signal) {
      const unknown = listUnknown(participants);
      if (unknown.length === 0) listsRead = 0;
      if (unknown.length > MAX_READS && listsRead < MAX_LISTS && !isListing) {
        await fetchList(unknown, signal);
      }
      const left = listUnknown(participants);
      for (const sid of listNext(left)) {
        requests.set(
          sid,
          fetchOne(sid, signal).finally(() => requests.delete(sid)),
        );
      }
      await Promise.all(left.flatMap((sid) => requests.get(sid) ?? []));
    },
    isLearning: (participants) =>
      listUnknown(participants).some((sid) => isListing || requests.has(sid)),
  };
}
