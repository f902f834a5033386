import { z } from 'zod';

/** Requests contain booleans and numbers either as such or as strings. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const wholeNumber = z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]);
const number = z.string().trim().min(1);
const url = z.string().regex(/^https?:\/\/\S+$/);
/** A number in E.164, or a SIP URI. */
const party = z.string().regex(/^(\+\d{3,15}|sip:\S+@\S+)$/);

const LOCALES = ['en_US', 'en_UK', 'es', 'es_MX', 'fr', 'fr_FR', 'de', 'de_DE', 'it', 'it_IT'];
const VOICES =
  'Kate Susan Julie Dave Paul Bridget Esperanza Violeta Jorge Jolie Bernard Katrin Stefan Paola Luca'
    .toLowerCase()
    .split(' ');

const settings = {
  callbackUrl: url.optional(),
  callbackHttpMethod: z
    .string()
    .regex(/^(get|post)$/i)
    .optional(),
  callbackTimeout: wholeNumber.pipe(z.number().max(10_000)).optional(),
  fallbackUrl: url.optional(),
  tag: z.string().optional(),
};

const memberSettings = {
  joinTone: flag.optional(),
  leavingTone: flag.optional(),
  mute: flag.optional(),
  hold: flag.optional(),
};

export const createConferenceSchema = z.object({
  from: number,
  profile: z.enum(['interpret_digits', 'passthru_digits']).optional(),
  ...settings,
});

export const updateConferenceSchema = z.object({
  state: z.literal('completed').optional(),
  hold: flag.optional(),
  mute: flag.optional(),
  ...settings,
});

export const addMemberSchema = z.object({ callId: number, ...memberSettings });

export const updateMemberSchema = z.object({
  state: z.literal('completed').optional(),
  ...memberSettings,
});

/** Either `fileUrl` or `sentence`; an empty one stops playing. */
export const audioSchema = z
  .object({
    fileUrl: z.union([url, z.literal('')]).optional(),
    sentence: z.string().max(1000).optional(),
    gender: z.enum(['male', 'female']).optional(),
    locale: z.enum(LOCALES).optional(),
    /** The pages write voices both with and without a capital. */
    voice: z.string().toLowerCase().pipe(z.enum(VOICES)).optional(),
    loopEnabled: flag.optional(),
    tag: z.string().optional(),
  })
  .refine((audio) => audio.fileUrl !== undefined || audio.sentence !== undefined, {
    path: ['fileUrl'],
  });

export const startCallSchema = z.object({
  from: number,
  to: party,
  callTimeout: wholeNumber.pipe(z.number().min(1).max(300)).default(60),
  conferenceId: z.string().optional(),
});

export const updateCallSchema = z.object({ state: z.enum(['completed', 'active']).optional() });
