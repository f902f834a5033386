import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';
import type { Timers } from '../timers';
import { startCallSchema, updateCallSchema } from './bodies';
import type { Conferences } from './conferences';
import { forbidden, notFound, resourceNotFound } from './errors';
import { parseBody } from './parse-body';
import { callResource, type ResourceContext } from './resources';

/** The dependencies of call requests. */
export interface CallContext extends ResourceContext {
  conferences: Conferences;
  timers: Timers;
  now: () => number;
}

/** One call a second from one number, averaged over this many seconds (doc:rateLimits). */
const AVERAGED_SECONDS = 10;

/** The parameters for listing calls. */
const FILTERS = ['conferenceId', 'from', 'to'] as const;

function startCall(request: VendorRequest, context: CallContext): Reply {
  const parsed = parseBody(request, startCallSchema, 'call');
  if ('reply' in parsed) {
    return parsed.reply;
  }
  const { from, to, callTimeout, conferenceId } = parsed.body;
  const { conferences, options, timers, userUrl, now } = context;
  if (conferenceId !== undefined && conferences.find(conferenceId) === undefined) {
    return notFound(request, 'conference', conferenceId);
  }
  const since = now() - AVERAGED_SECONDS * 1000;
  const recent = conferences
    .calls()
    .filter((call) => call.isRequested && call.from === from && call.startTime > since);
  if (options.hasRateLimit && recent.length >= AVERAGED_SECONDS) {
    return forbidden(
      request,
      'call-rate-limit',
      `The number ${from} has reached its limit of calls per second`,
    );
  }
  const call = conferences.startCall({ from, to, conferenceId, isRequested: true });
  if (options.callAnswerDelay !== null) {
    timers.after(options.callAnswerDelay, () => conferences.answerCall(call));
  }
  timers.after(callTimeout * 1000, () => conferences.giveCallUp(call));
  return { status: 201, headers: { Location: `${userUrl}/calls/${call.id}` } };
}

/** Newest first. Not paginated, like the vendor's list for a conference. */
function listCalls({ query }: VendorRequest, context: CallContext): Reply {
  const calls = context.conferences
    .calls()
    .filter((call) => FILTERS.every((name) => [null, call[name]].includes(query.get(name))));
  return jsonReply(
    200,
    calls.reverse().map((call) => callResource(call, context)),
  );
}

/** Answers a request to `/calls` and `/calls/{callId}` (doc:calls). */
export function handleCall(
  request: VendorRequest,
  [id, ...rest]: string[],
  context: CallContext,
): Reply {
  const isRead = request.method === 'GET';
  if (rest.length > 0) {
    return resourceNotFound(request);
  }
  if (id === undefined) {
    return isRead ? listCalls(request, context) : startCall(request, context);
  }
  const call = context.conferences.findCall(id);
  if (call === undefined) {
    return notFound(request, 'call', id);
  }
  if (isRead) {
    return jsonReply(200, callResource(call, context));
  }
  const parsed = parseBody(request, updateCallSchema, 'call');
  if ('reply' in parsed) {
    return parsed.reply;
  }
  if (call.endTime !== undefined) {
    return forbidden(request, 'call-invalid-state', `The call ${id} is ${call.state}`);
  }
  if (parsed.body.state === 'completed') {
    context.conferences.endCall(call);
  }
  return { status: 200, headers: { 'Content-Type': 'application/json' } };
}
