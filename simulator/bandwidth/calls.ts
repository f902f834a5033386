import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';
import type { Timers } from '../timers';
import { startCallSchema, updateCallSchema } from './bodies';
import type { Conferences } from './conferences';
import { notFound, resourceNotFound } from './errors';
import { parseBody } from './parse-body';
import { callResource, type ResourceContext } from './resources';

/** Where call requests act. */
export interface CallContext extends ResourceContext {
  conferences: Conferences;
  timers: Timers;
}

function startCall(request: VendorRequest, context: CallContext): Reply {
  const parsed = parseBody(request, startCallSchema, 'call');
  if ('reply' in parsed) {
    return parsed.reply;
  }
  const { from, to, conferenceId } = parsed.body;
  const { conferences, options, timers, userUrl } = context;
  if (conferenceId !== undefined && conferences.find(conferenceId) === undefined) {
    return notFound(request, 'conference', conferenceId);
  }
  const call = conferences.startCall(from, to, conferenceId);
  if (options.callAnswerDelay !== null) {
    timers.after(options.callAnswerDelay, () => conferences.answerCall(call));
  }
  return { status: 201, headers: { Location: `${userUrl}/calls/${call.id}` } };
}

/** Answers a request to `/calls` and `/calls/{callId}` (vendor page, section 3). */
export function handleCall(
  request: VendorRequest,
  [id, ...rest]: string[],
  context: CallContext,
): Reply {
  const isRead = request.method === 'GET';
  if (rest.length > 0 || (id === undefined && isRead)) {
    return resourceNotFound(request);
  }
  if (id === undefined) {
    return startCall(request, context);
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
  if (parsed.body.state === 'completed') {
    context.conferences.endCall(call);
  }
  return { status: 200, headers: { 'Content-Type': 'application/json' } };
}
