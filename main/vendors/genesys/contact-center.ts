import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import { createDelay } from '../shared/backoff';
import type { Session } from './session';

const END_TIMEOUT_MS = 3_000;

/**
 * Starts the agent's contact-centre session for voice at the agent's default place
 * (doc:StartContactCenterSession). Sent once. If it fails, calls that another desktop handles are still
 * shown.
 */
export async function startContactCenter(session: Session): Promise<AppError | undefined> {
  const reply = await session.operate('/me', {
    operationName: 'StartContactCenterSession',
    channels: ['voice'],
  });
  return reply.kind === 'done' ? undefined : toSessionError(reply.error);
}

/** No call is involved, so the account lacks the permission. */
function toSessionError(error: AppError): AppError {
  return error.code === 'not-allowed' ? { ...error, code: 'forbidden' } : error;
}

/**
 * Ends it (doc:EndContactCenterSession). The server ends the HTTP session too, so nothing may follow.
 * The timeout keeps a server that does not answer from delaying the app's exit.
 */
export async function endContactCenter(session: Session, clock: Clock): Promise<void> {
  const timeout = createDelay(clock);
  const ended = session.operate('/me', { operationName: 'EndContactCenterSession' });
  void ended.finally(() => timeout.end());
  await timeout.wait(END_TIMEOUT_MS);
}
