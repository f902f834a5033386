import { z } from 'zod';
import { text } from './profile-text';

/** The section of a vendor in the profile. */
export interface ProfileSection<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** The secret fields. They are encrypted at rest and never shown or logged. */
  readonly secrets: readonly string[];
  /**
   * The fields that determine where the secrets are sent, and for which user. A stored secret is
   * bound to their values.
   */
  readonly destination: readonly string[];
  /** The fields with the user name and the password of Basic authentication, for each way to sign in. */
  readonly basicCredentials?: readonly (readonly [userName: string, password: string])[];
  /** Optional fields of which some are needed. */
  readonly alternatives?: readonly string[];
  /** Checks that involve several fields. The other fields may be invalid themselves. */
  readonly check?: (fields: Fields, agent: Fields, report: ReportMistake) => void;
}

export type Fields = Readonly<Record<string, unknown>>;
export type ReportMistake = (path: string[], message: string) => void;

/**
 * Makes a check run even if other fields are invalid, so that all mistakes of a profile are
 * reported at once. The check gets a value of unknown type.
 */
export const EVEN_IF_FIELDS_ARE_WRONG = { when: () => true };

export function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * The schema of a vendor's section: its fields and a base URL, which is checked against
 * `allowInsecure` and must not have a path if Sidetone appends the path of the API.
 */
export function sectionSchema<Shape extends z.ZodRawShape>(
  shape: Shape,
  appendedPath?: string,
  baseUrlSchema: z.ZodType<string, string | undefined> = text,
) {
  return z
    .strictObject({ baseUrl: baseUrlSchema, allowInsecure: z.boolean().optional(), ...shape })
    .superRefine((value, context) => {
      const { baseUrl, allowInsecure } = asFields(value);
      if (typeof baseUrl !== 'string') return;
      const message = baseUrlProblem(baseUrl, allowInsecure === true, appendedPath);
      if (message !== undefined) {
        context.addIssue({ code: 'custom', path: ['baseUrl'], message });
      }
    }, EVEN_IF_FIELDS_ARE_WRONG);
}

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Why a base URL cannot be used, or undefined if it can. */
function baseUrlProblem(
  baseUrl: string,
  allowInsecure: boolean,
  appendedPath: string | undefined,
): string | undefined {
  const url = parseUrl(baseUrl);
  if (url === undefined) return 'is not an address such as https://example.com';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.search !== '' || url.hash !== '') return 'must not contain a query or a fragment';
  if (appendedPath !== undefined && url.pathname !== '/') {
    return `must not have a path: Sidetone appends ${appendedPath} itself`;
  }
  if (url.protocol === 'https:') return undefined;
  if (url.protocol !== 'http:') return 'must begin with https:';
  if (LOOPBACK_HOST.test(url.hostname) || allowInsecure) return undefined;
  return 'must begin with https: (or set "allowInsecure": true)';
}

function parseUrl(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
