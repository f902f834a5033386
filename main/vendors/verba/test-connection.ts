import { fail, succeed, type Result } from '../../../contract/result';
import type { VerbaProfile } from '../../settings/sections/verba';
import type { TestOptions } from '../shared/vendor-module';
import { createVerbaClient } from './client';
import { probeVerba } from './probe';

/** Signs in or, without a login, requests a call that does not exist. */
export async function testVerba(options: TestOptions<VerbaProfile>): Promise<Result<null>> {
  const problem = await probeVerba(createVerbaClient(options));
  return problem === undefined ? succeed(null) : fail(problem.error);
}
