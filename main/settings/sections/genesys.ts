import { z } from 'zod';
import { basicUserName, text } from '../profile-text';
import { sectionSchema, type ProfileSection } from '../section';

const schema = sectionSchema(
  {
    userName: basicUserName,
    password: text,
    session: z.enum(['attach', 'own']).default('attach'),
  },
  '/api/v2',
);

export const genesysSection = {
  schema,
  secrets: ['password'],
  destination: ['baseUrl', 'allowInsecure', 'userName'],
  basicCredentials: [['userName', 'password']],
} as const satisfies ProfileSection;

export type GenesysProfile = z.infer<typeof schema>;
