import { z } from 'zod';
import { en } from '../../contract/locale/en';
import { MAX_CONTACT_NAME, MAX_CONTACT_NUMBER } from '../../contract/contact-limits';
import { MAX_OUTCOME } from '../../contract/wrap-up-limits';
import { text, textOf } from './profile-text';
import { screenPopSchema } from './screen-pop';
import { asFields, EVEN_IF_FIELDS_ARE_WRONG, type ProfileSection } from './section';
import { bandwidthSection } from './sections/bandwidth';
import { genesysSection } from './sections/genesys';
import { telesocialSection } from './sections/telesocial';
import { twilioSection } from './sections/twilio';
import { verbaSection } from './sections/verba';

/** The default keys of attached data for the caller and the reason of a call. */
export const DEFAULT_CALLER_KEYS = ['CustomerName', 'DisplayName', 'Name'];
export const DEFAULT_REASON_KEYS = ['Subject', 'Reason', 'Queue', 'RTargetObjectSelected'];

/** Longer lists of contacts are better imported from a file. */
const MAX_PROFILE_CONTACTS = 1_000;
/** More outcomes than this are hard to choose from. */
const MAX_OUTCOMES = 50;

const dataKeys = z.array(textOf(200)).max(20);

const agentSchema = z.strictObject({
  name: text,
  networkId: text.optional(),
  extension: text.optional(),
  /** The country of numbers without a country code, ISO 3166 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country of two capital letters (ISO 3166), such as "US"')
    .optional(),
  /** The page to open for each incoming call; none by default. */
  screenPop: screenPopSchema.optional(),
  /** The keys of attached data that contain the caller's name, in order of preference. */
  callerKeys: dataKeys.meta({ default: DEFAULT_CALLER_KEYS }).optional(),
  /** The keys of attached data that contain the reason for the call, in order of preference. */
  reasonKeys: dataKeys.meta({ default: DEFAULT_REASON_KEYS }).optional(),
  /** The outcomes of a call that the agent can choose from. */
  outcomes: z
    .array(textOf(MAX_OUTCOME))
    .max(MAX_OUTCOMES)
    .meta({ default: en.wrapUp.outcomes })
    .optional(),
});

const historySchema = z.strictObject({
  /** Whether telephone numbers are kept in full or reduced to their last three digits. */
  numbers: z.enum(['full', 'masked']).default('full'),
});

const contactSchema = z.strictObject({
  name: textOf(MAX_CONTACT_NAME),
  company: textOf(MAX_CONTACT_NAME).optional(),
  number: textOf(MAX_CONTACT_NUMBER).regex(/\d/, 'must be a telephone number'),
});

/** The profile, version 1: the agent and the access to each vendor. */
export const profileSchema = z
  .strictObject({
    /** Points editors to `docs/profile.schema.json`. */
    $schema: z.string().optional(),
    version: z.literal(1),
    agent: agentSchema,
    genesys: genesysSection.schema.optional(),
    telesocial: telesocialSection.schema.optional(),
    bandwidth: bandwidthSection.schema.optional(),
    twilio: twilioSection.schema.optional(),
    verba: verbaSection.schema.optional(),
    history: historySchema.optional(),
    /** Contacts that are suggested in number fields. */
    contacts: z.array(contactSchema).max(MAX_PROFILE_CONTACTS).optional(),
  })
  .superRefine((profile, context) => {
    const fields = asFields(profile);
    const agent = asFields(fields.agent);
    for (const [name, { check }] of PROFILE_SECTIONS) {
      if (fields[name] !== undefined) {
        check?.(asFields(fields[name]), agent, (path, message) =>
          context.addIssue({ code: 'custom', path, message }),
        );
      }
    }
  }, EVEN_IF_FIELDS_ARE_WRONG);

export type Profile = z.infer<typeof profileSchema>;
export type AgentProfile = Profile['agent'];

type SectionName = Exclude<keyof Profile, '$schema' | 'version' | 'agent' | 'history' | 'contacts'>;

const SECTIONS: Readonly<Record<SectionName, ProfileSection>> = {
  genesys: genesysSection,
  telesocial: telesocialSection,
  bandwidth: bandwidthSection,
  twilio: twilioSection,
  verba: verbaSection,
};

/** The sections of the vendors, by name. */
export const PROFILE_SECTIONS: readonly (readonly [string, ProfileSection])[] =
  Object.entries(SECTIONS);

const plainSection = (schema: z.ZodType): ProfileSection => ({
  schema,
  secrets: [],
  destination: [],
});

/** All sections that can be edited, in order: the agent's, the vendors', the history's. */
export const EDITABLE_SECTIONS: readonly (readonly [string, ProfileSection])[] = [
  ['agent', plainSection(agentSchema)],
  ...PROFILE_SECTIONS,
  ['history', plainSection(historySchema)],
];

export function findSection(name: string): ProfileSection | undefined {
  return EDITABLE_SECTIONS.find(([section]) => section === name)?.[1];
}
