import { z } from 'zod';
import { isWellFormed } from '../../../contract/text';
import { wireId } from '../shared/wire-text';

/**
 * Telesocial's bodies: one top-level key that names the kind, whose value repeats the HTTP code as
 * `status` and has a `message` that is often empty (doc:create-conference).
 */

/** Far more than an application has; a longer list is rejected. */
const MAX_LIST = 10_000;
const MAX_URL = 2_000;

/** An item of a list: the id of a TalkSpace or of somebody in one. */
export const idSchema = z.union([wireId, z.int().transform(String)]);

/**
 * One of Telesocial's lists: an empty one is omitted, and a single item comes without an array. Items are
 * parsed one by one.
 */
const quirkyList = z
  .union([z.array(z.unknown()).max(MAX_LIST), z.string(), z.number()])
  .nullish()
  .transform((value): readonly unknown[] => [value ?? []].flat());

export const wrapperSchema = z.looseObject({
  message: z.string().nullish().catch(undefined),
  status: z.coerce.number().int().optional(),
});

export const conferenceSchema = z
  .looseObject({
    conferenceId: z.unknown(),
    uri: z.string().max(MAX_URL).nullish().catch(undefined),
  })
  .transform(({ conferenceId, uri }) => ({
    // The answer to `add` has an empty conferenceId. In case that of `create` does too, the id is also at the
    // end of the uri.
    conferenceId: [conferenceId, uri?.split('/').at(-1)]
      .map((value) => idSchema.safeParse(value).data)
      .find((id) => id !== undefined),
  }));

/** An answer of which only the status matters. */
export const doneSchema = z.looseObject({}).transform(() => null);

export const conferenceListSchema = z
  .looseObject({ active: quirkyList })
  .transform(({ active }) => active);

export const conferenceDetailsSchema = z
  .looseObject({ participants: quirkyList })
  .transform(({ participants }) => participants);

/** The content of a media ID. The service fills unused fields with empty strings and zeros. */
export interface WireMedia {
  readonly url?: string;
  readonly bytes?: number;
}

/** "None yet" as a status in the body, where HTTP says 200 (doc:media-status). */
const NO_CONTENT = 204;

export const mediaSchema = z
  .looseObject({
    status: z.coerce.number().optional(),
    downloadUrl: z
      .url({ protocol: /^https?$/ })
      .max(MAX_URL)
      .refine(isWellFormed)
      .optional()
      .catch(undefined),
    fileSize: z.number().int().positive().optional().catch(undefined),
  })
  .transform(({ status, downloadUrl, fileSize }): WireMedia | undefined =>
    status === NO_CONTENT
      ? undefined
      : {
          ...(downloadUrl !== undefined && { url: downloadUrl }),
          ...(fileSize !== undefined && { bytes: fileSize }),
        },
  );

/** An answer comes in the wrapper of its operation or in the one for errors. */
export const bodySchema = z.record(z.string(), z.unknown());
export const ERROR_WRAPPER = 'ErrorResponse';
