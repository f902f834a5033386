import type { AppError } from '../../../contract/errors';
import { isAboutSignIn, isAnswerOfVerba, type VerbaClient } from './client';

/** An id that no call has: the answer shows whether the service is available and accepts the key. */
const NO_CALL = { nativeID: '00000000-0000-0000-0000-000000000000' };

/**
 * Sends one request that changes nothing. Resolves to the reason why Verba cannot be used, or undefined if it
 * can.
 */
export async function probeVerba(
  client: VerbaClient,
): Promise<{ readonly error: AppError; readonly isAboutSignIn: boolean } | undefined> {
  const reply = await (client.signIn?.() ?? client.read('GetCallID', NO_CALL));
  if (reply.kind === 'done') return undefined;
  if (isAboutSignIn(reply)) return { error: reply.error, isAboutSignIn: true };
  return isAnswerOfVerba(reply) ? undefined : { error: reply.error, isAboutSignIn: false };
}
