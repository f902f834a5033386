import type { Reply } from '../shared/reply';
import type { TwilioClient } from './client';
import { hasCompleted } from './mapper';

/** The format of SIDs at Twilio and compatible services. */
const CONFERENCE_SID = /^(CF[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export function isConferenceSid(text: string): boolean {
  return CONFERENCE_SID.test(text);
}

/** Finds the SID of a conference in progress; undefined if there is none. */
type Find = (signal: AbortSignal) => Promise<Reply<string | undefined>>;

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
    return reply.kind === 'done' ? { kind: 'done', value: reply.value[0]?.sid } : reply;
  };
}

/** The newest conference with this name, which is unique to it, whether it has begun or not. */
export function findUnique(client: TwilioClient, name: string): Find {
  return async (signal) => {
    const reply = await client.listConferences({ name }, signal);
    if (reply.kind !== 'done') return reply;
    return { kind: 'done', value: reply.value.find((one) => !hasCompleted(one))?.sid };
  };
}

/**
 * The conference that the agent's telephone is in. The service does not report which one that is, so the
 * agent's calls are listed, and each conference in progress is checked for them with one request.
 */
function findMine(client: TwilioClient, agentNumber: string): Find {
  return async (signal) => {
    const calls: string[] = [];
    for (const filter of [{ to: agentNumber }, { from: agentNumber }]) {
      const reply = await client.listCalls({ ...filter, status: 'in-progress' }, signal);
      if (reply.kind !== 'done') return reply;
      calls.push(...reply.value.map(({ sid }) => sid));
    }
    if (calls.length === 0) return { kind: 'done', value: undefined };
    const running = await client.listConferences({ status: 'in-progress' }, signal);
    if (running.kind !== 'done') return running;
    for (const { sid } of running.value) {
      const reply = await hasSomeOf(client, calls, sid, signal);
      if (reply.kind !== 'done') return reply;
      if (reply.value) return { kind: 'done', value: sid };
    }
    return { kind: 'done', value: undefined };
  };
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
