import type { z } from 'zod';
import { basicUserName, text } from '../profile-text';
import { sectionSchema, type ProfileSection } from '../section';

const schema = sectionSchema(
  {
    userId: text,
    apiToken: basicUserName,
    apiSecret: text,
    conferenceId: text.optional(),
  },
  '/v1/users',
);

export const bandwidthSection = {
  schema,
  secrets: ['apiToken', 'apiSecret'],
  destination: ['baseUrl', 'allowInsecure', 'userId'],
  basicCredentials: [['apiToken', 'apiSecret']],
} as const satisfies ProfileSection;

export type BandwidthProfile = z.infer<typeof schema>;
