import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../calls/clock';
import { createPause } from './pause';
import type { Session } from './session';

const LONGEST_END_MS = 3_000;

/**
 * Starts the agent's contact-centre session for voice at the agent's own place
 * (doc:StartContactCenterSession). Asked for once: what is wrong with it does not stop calls that
 * another desktop handles from being shown.
 */
export async function startContactCenter(session: Session): Promise<AppError | undefined> {
  const reply = await session.operate('/me', {
    operationName: 'StartContactCenterSession',
    channels: ['voice'],
  });
  return reply.kind === 'ok' ? undefined : toSessionError(reply.error);
}

/** Where there is no call yet, it is the account that is not allowed to. */
function toSessionError(error: AppError): AppError {
  return error.code === 'not-allowed' ? { ...error, code: 'forbidden' } : error;
}

/**
 * Ends it (doc:EndContactCenterSession). The server ends the HTTP session too, so nothing may follow.
 * Whoever quits does not wait long for a server that does not answer.
 */
export async function endContactCenter(session: Session, clock: Clock): Promise<void> {
  const pause = createPause(clock);
  const ended = session.operate('/me', { operationName: 'EndContactCenterSession' });
  void ended.finally(() => pause.end());
  await pause.wait(LONGEST_END_MS);
}
