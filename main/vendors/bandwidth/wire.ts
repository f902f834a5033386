import { z } from 'zod';

/**
 * Bandwidth's bodies (vendor page, sections 2.2, 2.5, 3 and 5): whatever was never set is absent, so
 * every field but the id and the state of conferences and members is optional.
 */

const NO_ZONE = /[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const SHORT_ZONE = /([+-]\d{2})$/;

/**
 * A time in any of the three forms that the vendor's pages show (`…-02`, `…Z`, `….966Z`), as ms since
 * the epoch. One without a zone is UTC, as the page says of all of them.
 */
export function parseTime(text: string): number | undefined {
  const zoned = NO_ZONE.test(text) ? `${text}Z` : text.replace(SHORT_ZONE, '$1:00');
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

export const conferenceSchema = z.looseObject({
  id: z.string(),
  state: z.enum(['created', 'active', 'completed']),
  from: z.string().nullish(),
  createdTime: z.string().nullish(),
  activeMembers: z.number().int().nonnegative().nullish(),
  hold: flag,
  mute: flag,
});
export type WireConference = z.infer<typeof conferenceSchema>;

const memberSchema = z.looseObject({
  id: z.string(),
  state: z.enum(['active', 'completed']),
  hold: flag,
  mute: flag,
  addedTime: z.string().nullish(),
  /** The URL of the member's call. */
  call: z.string().nullish(),
});
export type WireMember = z.infer<typeof memberSchema>;

/** Departed members stay in the list, as `completed`. */
export const membersSchema = z.array(memberSchema);

export const callSchema = z.looseObject({
  id: z.string().nullish(),
  /** `started`, `active`, `rejected`, `completed`, `transferring`. */
  state: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
  direction: z.string().nullish(),
});
export type WireCall = z.infer<typeof callSchema>;

export const callsSchema = z.array(callSchema);

export const anythingSchema = z.unknown().transform(() => null);

export const errorSchema = z.looseObject({
  message: z.string().nullish(),
  code: z.string().nullish(),
  details: z
    .array(z.looseObject({ name: z.string().nullish(), value: z.coerce.string().nullish() }))
    .nullish(),
});
export type WireError = z.infer<typeof errorSchema>;
