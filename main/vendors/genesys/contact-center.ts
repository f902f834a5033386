import type { AppError } from '../../../contract/errors';
import type { Session } from './session';

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
  return reply.kind === 'ok' ? undefined : reply.error;
}

/** Ends it (doc:EndContactCenterSession). The server ends the HTTP session too, so nothing may follow. */
export async function endContactCenter(session: Session): Promise<void> {
  await session.operate('/me', { operationName: 'EndContactCenterSession' });
}
