import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { thirdPartySchema, type About } from '../../contract/about';
import { fail, succeed, type Result } from '../../contract/result';

/**
 * Reads the licenses that the build has collected. `root` is the folder of the built application.
 */
export async function readAbout(root: string, version: string): Promise<Result<About>> {
  try {
    const [license, list] = await Promise.all([
      readFile(join(root, '..', 'LICENSE'), 'utf8'),
      readFile(join(root, 'licenses', 'third-party.json'), 'utf8'),
    ]);
    const thirdParties = z.array(thirdPartySchema).parse(JSON.parse(list));
    return succeed({ version, license, thirdParties });
  } catch {
    return fail({ code: 'internal', detail: 'the licenses cannot be read' });
  }
}
