import type { AppError } from '../../../contract/errors';
import { cleanText } from '../../../contract/text';
import { toBasicCredentials } from '../../settings/basic-credentials';
import type { HttpAnswer, HttpOutcome } from '../../http/http-client';
import { redactSecrets } from '../../log/redact';
import type { GenesysProfile } from '../../settings/profile';
import { readCsrfHeader } from './csrf-header';

/** Cookies that say `1` or `true` guard nothing, and taking them out would spoil every text. */
const MIN_COOKIE_LENGTH = 6;
/** Enough for the cookies and tokens of several sessions; the oldest are let go beyond it. */
const MAX_KEPT = 100;

/**
 * Everything by which the agent is known to Genesys. The vendor's texts can quote what it was sent, so
 * these are removed from everything that is reported.
 */
export interface SessionSecrets {
  /** Takes note of the cookies and of the token that an answer hands out. */
  learn(outcome: HttpOutcome): void;
  /** The error without any secret, and no longer than what an error may hold. */
  clean(error: AppError): AppError;
}

const MAX_DETAIL_LENGTH = 500;
/** So much of a text is searched for secrets: far more than is left of it. */
const MAX_SEARCHED_LENGTH = 20_000;

export function createSessionSecrets({ userName, password }: GenesysProfile): SessionSecrets {
  const own = [password, toBasicCredentials(userName, password)];
  const learnt = new Set<string>();

  return {
    learn(outcome) {
      if (outcome.kind !== 'done') return;
      const { headers } = outcome.value;
      const token = readCsrfHeader(headers)?.token ?? '';
      for (const secret of [...readCookies(headers), token]) {
        learnt.delete(secret);
        learnt.add(secret);
      }
      for (const oldest of [...learnt].slice(0, -MAX_KEPT)) learnt.delete(oldest);
    },
    clean({ detail, ...error }) {
      if (detail === undefined) return error;
      const text = redactSecrets(detail.slice(0, MAX_SEARCHED_LENGTH), [...own, ...learnt]);
      return { ...error, detail: cleanText(text.slice(0, MAX_DETAIL_LENGTH)) };
    },
  };
}

function readCookies(headers: HttpAnswer['headers']): string[] {
  return [headers['set-cookie'] ?? []]
    .flat()
    .map((line) => /^[^=;]*=\s*"?([^";]*)/.exec(line)?.[1]?.trim() ?? '')
    .filter((value) => value.length >= MIN_COOKIE_LENGTH);
}
