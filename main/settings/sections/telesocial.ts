import { z } from 'zod';
import { text, textOf } from '../profile-text';
import { sectionSchema, type ProfileSection } from '../section';

/** A greeting or a recording destination that the agent can choose by name. */
const namedMediaSchema = z.strictObject({ name: text, id: textOf(300) });

const schema = sectionSchema(
  {
    appKey: text,
    /** The default, if the agent chooses nothing. */
    greetingId: text.optional(),
    recordingId: text.optional(),
    greetings: z.array(namedMediaSchema).max(50).optional(),
    recordings: z.array(namedMediaSchema).max(50).optional(),
  },
  '/api/rest',
);

export const telesocialSection = {
  schema,
  secrets: ['appKey'],
  destination: ['baseUrl', 'allowInsecure'],
  check: (_, agent, report) => {
    if (agent.networkId === undefined) {
      report(['agent', 'networkId'], 'is required to start TalkSpaces');
    }
  },
} as const satisfies ProfileSection;

export type TelesocialProfile = z.infer<typeof schema>;
