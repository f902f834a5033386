import { requestSchemas, type Requests } from '../../contract/requests';
import type { RequestChannel } from '../../contract/channels';
import { fail, succeed, type Result } from '../../contract/result';

/** Checks a request against its schema; what is wrong is named by its field, never by its value. */
export function parseRequest<Channel extends RequestChannel>(
  channel: Channel,
  request: unknown,
): Result<Requests[Channel]> {
  const parsed = requestSchemas[channel].safeParse(request);
  if (parsed.success) return succeed(parsed.data as Requests[Channel]);
  return fail({ code: 'bad-input', detail: parsed.error.issues[0]?.path.join('.') ?? channel });
}
