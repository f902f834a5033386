import { z } from 'zod';

/** Requests carry booleans and numbers as themselves or as strings. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const wholeNumber = z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]);
const number = z.string().trim().min(1);

const settings = {
  callbackUrl: z.string().optional(),
  callbackHttpMethod: z
    .string()
    .regex(/^(get|post)$/i)
    .optional(),
  callbackTimeout: wholeNumber.pipe(z.number().max(10_000)).optional(),
  fallbackUrl: z.string().optional(),
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

/** One of `fileUrl` and `sentence`; an empty one stops what is playing. */
export const audioSchema = z
  .object({
    fileUrl: z.string().optional(),
    sentence: z.string().max(1000).optional(),
    gender: z.string().optional(),
    locale: z.string().optional(),
    voice: z.string().optional(),
    loopEnabled: flag.optional(),
    tag: z.string().optional(),
  })
  .refine((audio) => audio.fileUrl !== undefined || audio.sentence !== undefined, {
    path: ['fileUrl'],
  });

export const startCallSchema = z.object({
  from: number,
  to: number,
  conferenceId: z.string().optional(),
});

export const updateCallSchema = z.object({ state: z.enum(['completed', 'active']).optional() });
