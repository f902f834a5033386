import { z } from 'zod';
import { wireId, wireText } from '../shared/wire-text';

/**
 * Bandwidth's bodies (doc:conferences, doc:calls, doc:errors). Fields that were never set are absent, so all
 * fields except the id and the state of a conference are optional, and a field of the wrong type counts as
 * missing.
 */

/** Departed members and ended calls stay in their lists; a longer list is rejected. */
const MAX_LIST = 10_000;
const MAX_URL = 2_000;

const NO_ZONE = /[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const SHORT_ZONE = /([+-]\d{2})$/;

/**
 * A time in any of the three forms that the vendor's pages show (`…-02`, `…Z`, `….966Z`), as ms since the
 * epoch. A time without a zone is UTC, as the page says of all times.
 */
export function parseTime(text: string): number | undefined {
  const zoned = NO_ZONE.test(text) ? `${text}Z` : text.replace(SHORT_ZONE, '$1:00');
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}

const flag = z
  .boolean()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? false);
const text = wireText.nullish().catch(undefined);

export const conferenceSchema = z.looseObject({
  id: wireId,
  state: z.enum(['created', 'active', 'completed']),
  from: text,
  createdTime: text,
  activeMembers: z.number().int().nonnegative().max(MAX_LIST).nullish().catch(undefined),
  hold: flag,
  mute: flag,
});
export type WireConference = z.infer<typeof conferenceSchema>;

export const memberSchema = z.looseObject({
  id: wireId,
  /** Listed members are in the conference unless they have left. */
  state: z.enum(['active', 'completed']).catch('active'),
  hold: flag,
  mute: flag,
  addedTime: text,
  /** The URL of the member's call. */
  call: z.string().max(MAX_URL).nullish().catch(undefined),
});
export type WireMember = z.infer<typeof memberSchema>;

/** A list whose items are parsed one by one. */
export const listSchema = z.array(z.unknown()).max(MAX_LIST);

export const callSchema = z.looseObject({
  id: wireId.nullish().catch(undefined),
  /** `started`, `active`, `rejected`, `completed`, `transferring`. */
  state: text,
  from: text,
  to: text,
  direction: text,
});
export type WireCall = z.infer<typeof callSchema>;

export const errorSchema = z.looseObject({
  message: z.string().nullish().catch(undefined),
  code: text,
  details: z
    .array(z.looseObject({ name: text, value: z.coerce.string().nullish().catch(undefined) }))
    .nullish()
    .catch(undefined),
});
export type WireError = z.infer<typeof errorSchema>;
