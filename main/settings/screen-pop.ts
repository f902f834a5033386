import { z } from 'zod';
import { cleanText } from '../../contract/text';

/** What a call can fill in, beside `data.KEY` for its attached data. */
const FIELDS: readonly string[] = ['number', 'name', 'reason'];
const PLACE = /\{([^{}]*)\}/g;
const MAX_LENGTH = 2_000;

const template = z
  .string()
  .max(MAX_LENGTH)
  .superRefine((url, context) => {
    const problem = findProblem(url);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

/** A page that is opened in the browser for each call that comes in. */
export const screenPopSchema = z.strictObject({
  /** An `https:` address with places such as `{number}`, which the call fills in. */
  url: template,
  /** Whether it is opened when the call rings or when it is answered. */
  when: z.enum(['ringing', 'answered']).default('ringing'),
});
export type ScreenPop = z.infer<typeof screenPopSchema>;

/** The address with its places filled in; what is not known is left empty. */
export function fillTemplate(url: string, valueOf: (field: string) => string | undefined): string {
  return url.replace(PLACE, (_place, field: string) =>
    encodeURIComponent(cleanText(valueOf(field) ?? '')),
  );
}

function findProblem(url: string): string | undefined {
  const unknown = [...url.matchAll(PLACE)].map(([, field = '']) => field).find(isUnknown);
  if (unknown !== undefined) {
    return `{${unknown}} is not known: use {number}, {name}, {reason} or {data.KEY}`;
  }
  const [one, other] = ['a', 'b'].map((value) => parse(fillTemplate(url, () => value)));
  if (one?.protocol !== 'https:' || one.username !== '' || one.password !== '') {
    return 'must be an https: address without a user name';
  }
  // Whoever calls must not choose where the page comes from.
  return one.origin === other?.origin ? undefined : 'must have its places after the host';
}

function isUnknown(field: string): boolean {
  return !FIELDS.includes(field) && !/^data\../.test(field);
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
