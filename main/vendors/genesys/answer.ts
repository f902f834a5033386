import type { AppError } from '../../../contract/errors';
import { DONE, type Outcome } from '../../../contract/outcome';
import { withoutDetails } from '../shared/reply';
import { wasUnauthorized } from './reply';
import type { Session } from './session';

/** What a request of the agent goes over, as things are now. */
export interface RequestParts {
  /** The session that is signed in, if there is one. */
  readonly session: Session | undefined;
  /** The session is not accepted any more, so what was asked over it was not carried out. */
  readonly onExpired: (session: Session, error: AppError) => void;
}

export function refuse(error: AppError): Outcome {
  return { kind: 'failed', error };
}

/** Posts an operation, once, and returns what became of it. `path` follows `/api/v2`. */
export async function ask(
  session: Session,
  path: string,
  body: Readonly<Record<string, unknown>>,
  onExpired: RequestParts['onExpired'],
): Promise<Outcome> {
  const reply = await session.operate(path, body);
  if (wasUnauthorized(reply)) onExpired(session, reply.error);
  return reply.kind === 'done' ? DONE : withoutDetails(reply);
}
