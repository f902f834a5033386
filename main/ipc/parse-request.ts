import { REQUESTS, type RequestName } from '../../contract/channels';
import { requestSchemas, type Requests } from '../../contract/requests';
import { fail, succeed, type Result } from '../../contract/result';

/** Checks a request against its schema. The error names the wrong field, never its value. */
export function parseRequest<Name extends RequestName>(
  name: Name,
  request: unknown,
): Result<Requests[Name]> {
  const parsed = requestSchemas[name].safeParse(request);
  if (parsed.success) return succeed(parsed.data as Requests[Name]);
  const field = parsed.error.issues[0]?.path.join('.');
  return fail({ code: 'bad-input', detail: field ?? REQUESTS[name].channel });
}
