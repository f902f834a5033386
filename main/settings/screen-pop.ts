import { z } from 'zod';
import { cleanText } from '../../contract/text';

/** The placeholders, besides `data.KEY` for attached data. */
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

/** A page to open in the browser for each incoming call. */
export const screenPopSchema = z.strictObject({
  /** An `https:` address with placeholders such as `{number}`. */
  url: template,
  /** When to open it: when the call rings or when it is answered. */
  when: z.enum(['ringing', 'answered']).default('ringing'),
});
export type ScreenPop = z.infer<typeof screenPopSchema>;

/**
 * The address with its placeholders replaced. Unknown values are empty, and so are those of dots alone, which
 * would lead to another page.
 */
export function fillTemplate(url: string, valueOf: (field: string) => string | undefined): string {
  return url.replace(PLACE, (_place, field: string) =>
    encodeURIComponent(cleanText(valueOf(field) ?? '').replace(/^\.+$/, '')),
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
  // A caller must not be able to choose the host of the page.
  return one.origin === other?.origin ? undefined : 'must have its placeholders after the host';
}

function isUnknown(field: string): boolean {
  return !FIELDS.includes(field) && !/^data\../.test(field);
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
