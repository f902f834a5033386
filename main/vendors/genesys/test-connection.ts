import { fail, succeed, type Result } from '../../../contract/result';
import type { GenesysProfile } from '../../settings/sections/genesys';
import type { TestOptions } from '../shared/vendor-module';
import { createSession } from './session';
import { createSessionSecrets } from './session-secrets';

/** Fetches the user, which does not start a contact-center session. */
export async function testGenesys(options: TestOptions<GenesysProfile>): Promise<Result<null>> {
  const { profile, http, logger } = options;
  const secrets = createSessionSecrets(profile);
  const signIn = await createSession(profile, http, secrets, logger).signIn();
  if (signIn.kind === 'signed-in') return succeed(null);
  const error = secrets.clean(signIn.error);
  // A known user without permission gets this status, with or without an envelope.
  const isForbidden = signIn.kind === 'refused' && error.detail === 'HTTP 403';
  return fail(isForbidden ? { ...error, code: 'forbidden' } : error);
}
