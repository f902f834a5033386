import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';
import { isBeforeAnswer } from './book';
import type { TwilioCall } from './entities';
import type { TwilioContext } from './conferences';
import { errorReply } from './errors';
import { isOnDay, listReply } from './lists';
import { callResource } from './resources';

const FILTERS = [
  ['To', 'to'],
  ['From', 'from'],
  ['Status', 'status'],
] as const;

/** Newest first. */
export function listCalls(request: VendorRequest, { book, account }: TwilioContext): Reply {
  const items = [...book.calls.values()].filter(
    (call) =>
      FILTERS.every(([name, key]) => [null, call[key]].includes(request.query.get(name))) &&
      request.query.get('ParentCallSid') === null &&
      isOnDay(request, 'StartTime', call.startedAt ?? call.createdAt) !== false,
  );
  return listReply(request, {
    name: 'calls',
    items: items.reverse(),
    sidOf: ({ sid }) => sid,
    toResource: (call) => callResource(call, account),
  });
}

/** Hangs a call up: `canceled` before it is answered, `completed` at any time. */
export function updateCall(
  { form }: VendorRequest,
  call: TwilioCall,
  { book, account }: TwilioContext,
): Reply {
  const status = form.get('Status');
  const canEnd = isBeforeAnswer(call) || (call.status === 'in-progress' && status === 'completed');
  if (status !== null && status !== 'canceled' && status !== 'completed') {
    return errorReply(20001, 'Status');
  }
  if (!canEnd) {
    return errorReply(21220, `the call is ${call.status}`);
  }
  if (status !== null) {
    book.end(call, status);
  }
  return jsonReply(200, callResource(call, account));
}
