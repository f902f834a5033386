import type { Reply } from '../shared/reply';
import type { TwilioClient } from './client';
import { hasCompleted } from './mapper';

/** The format of SIDs at Twilio and compatible services. */
const CONFERENCE_SID = /^(CF[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export function isConferenceSid(text: string): boolean {
  return CONFERENCE_SID.test(text);
}

/** The maximum number of conferences that are checked in one search, each with one request. */
const MAX_PROBES = 5;

/** The result of a search. */
interface Search {
  /** The SID of a conference in progress, if one was found. */
  readonly sid?: string | undefined;
  /** How many conferences were checked. */
  readonly probes: number;
}

type Find = (signal: AbortSignal) => Promise<Reply<Search>>;

/** Finds the conference to watch. With a SID, that conference is known already, and this finds the next one. */
export function findConference(
  client: TwilioClient,
  agentNumber: string,
  nameOrSid: string | undefined,
): Find {
  return nameOrSid === undefined || isConferenceSid(nameOrSid)
    ? findMine(client, agentNumber)
    : findByName(client, nameOrSid);
}

/** By its friendly name. */
function findByName(client: TwilioClient, name: string): Find {
  return async (signal) => {
    const reply = await client.listConferences({ name, status: 'in-progress' }, signal);
    return reply.kind === 'done' ? found(reply.value[0]?.sid) : reply;
  };
}

/** The newest conference with this name, which is unique to it, whether it has begun or not. */
export function findUnique(
  client: TwilioClient,
  name: string,
): (signal: AbortSignal) => Promise<Reply<string | undefined>> {
  return async (signal) => {
    const reply = await client.listConferences({ name }, signal);
    if (reply.kind !== 'done') return reply;
    return { kind: 'done', value: reply.value.find((one) => !hasCompleted(one))?.sid };
  };
}

/**
 * The conference that the agent's telephone is in. The service does not report which one that is, so the
 * agent's calls are listed, and conferences in progress are checked for them: a few in each search, those
 * first that were never checked, and then those that were checked the longest time ago.
 */
function findMine(client: TwilioClient, agentNumber: string): Find {
  /** The SIDs of running conferences that were checked, the longest ago first. */
  let checked: readonly string[] = [];

  return async (signal) => {
    const calls: string[] = [];
    for (const filter of [{ to: agentNumber }, { from: agentNumber }]) {
      const reply = await client.listCalls({ ...filter, status: 'in-progress' }, signal);
      if (reply.kind !== 'done') return reply;
      calls.push(...reply.value.map(({ sid }) => sid));
    }
    if (calls.length === 0) return found(undefined);
    const running = await client.listConferences({ status: 'in-progress' }, signal);
    if (running.kind !== 'done') return running;
    const sids = new Set(running.value.map(({ sid }) => sid));
    checked = checked.filter((sid) => sids.has(sid));
    const known = new Set(checked);
    const unchecked = [...sids].filter((sid) => !known.has(sid));
    const candidates = [...unchecked, ...checked].slice(0, MAX_PROBES);
    for (const sid of candidates) {
      // Before the answer, so that one which always fails does not keep the others from being checked.
      checked = [...checked.filter((other) => other !== sid), sid];
      const reply = await hasSomeOf(client, calls, sid, signal);
      if (reply.kind !== 'done') return reply;
      if (reply.value) return found(sid, candidates.length);
    }
    return found(undefined, candidates.length);
  };
}

function found(sid: string | undefined, probes = 0): Reply<Search> {
  return { kind: 'done', value: { sid, probes } };
}

/** Whether any of the calls is in the conference. */
async function hasSomeOf(
  client: TwilioClient,
  calls: readonly string[],
  sid: string,
  signal: AbortSignal,
): Promise<Reply<boolean>> {
  const [first = '', ...others] = calls;
  const reply =
    others.length === 0
      ? await client.fetchParticipant(sid, first, signal)
      : await client.listParticipants(sid, signal);
  if (reply.kind === 'failed' && reply.status === 404 && reply.isOfService) {
    return { kind: 'done', value: false };
  }
  if (reply.kind !== 'done') return reply;
  const present = [reply.value].flat();
  return { kind: 'done', value: present.some((one) => calls.includes(one.call_sid)) };
}
