import { assertNever } from '../../../contract/assert-never';
import type { AppError } from '../../../contract/errors';
import type { Answer } from '../../calls/ports';
import type { Reply } from './reply';
import type { Session } from './session';

/** What a request of the agent goes over, as things are now. */
export interface RequestParts {
  /** The session that is signed in, if there is one. */
  readonly session: Session | undefined;
  /** The session is not accepted any more, so what was asked over it was not carried out. */
  readonly onExpired: (session: Session, error: AppError) => void;
}

export function refuse(error: AppError): Answer {
  return { kind: 'refused', error };
}

/** Posts an operation, once, and says what became of it. `path` follows `/api/v2`. */
export async function ask(
  session: Session,
  path: string,
  body: Readonly<Record<string, unknown>>,
  onExpired: RequestParts['onExpired'],
): Promise<Answer> {
  const reply = await session.operate(path, body);
  if (reply.kind === 'unauthorized') onExpired(session, reply.error);
  return toAnswer(reply);
}

function toAnswer(reply: Reply): Answer {
  switch (reply.kind) {
    case 'ok':
      return { kind: 'accepted', value: null };
    case 'refused':
    case 'unauthorized':
    case 'not-done':
      return refuse(reply.error);
    case 'unknown':
      return { kind: 'no-answer', error: reply.error };
    default:
      return assertNever(reply);
  }
}
