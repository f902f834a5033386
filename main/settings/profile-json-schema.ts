import { z } from 'zod';
import { profileSchema } from './profile';

/** The profile as a JSON schema for editors. `docs/profile.schema.json` is generated from it. */
export function toProfileJsonSchema(): object {
  return {
    ...z.toJSONSchema(profileSchema, { io: 'input' }),
    title: 'Sidetone profile, version 1',
  };
}
