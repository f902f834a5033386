import { z } from 'zod';

/**
 * Telesocial's bodies: one top-level key that names the kind, whose value repeats the HTTP code as
 * `status` and has a `message` that is often empty (vendor page, section 1).
 */

/** One of Telesocial's lists: an empty one is absent, and a single element comes bare. */
const quirkyList = z
  .union([z.array(z.union([z.string(), z.number()])), z.string(), z.number()])
  .nullish()
  .transform((value) => [value ?? []].flat().map(String));

export const wrapperSchema = z.looseObject({
  message: z.string().nullish(),
  status: z.coerce.number().int().optional(),
});

export const conferenceSchema = z
  .looseObject({ conferenceId: z.string().nullish(), uri: z.string().nullish() })
  .transform(({ conferenceId, uri }) => ({
    // The add reply leaves conferenceId empty; should create ever do so, the uri names it too.
    conferenceId: [conferenceId ?? '', uri?.split('/').at(-1) ?? ''].find((id) => id !== ''),
  }));

export const closedSchema = z.looseObject({}).transform(() => null);

export const conferenceListSchema = z
  .looseObject({ active: quirkyList })
  .transform(({ active }) => active);

export const conferenceDetailsSchema = z
  .looseObject({ participants: quirkyList })
  .transform(({ participants }) => participants);

/** The wrappers that an operation's answer may come in: its own, or the one for errors. */
export const bodySchema = z.record(z.string(), z.unknown());
export const ERROR_WRAPPER = 'ErrorResponse';
