import type { AppError } from '../../../contract/errors';
import { cleanText } from '../../../contract/text';
import { toBasicCredentials } from '../../settings/basic-credentials';
import type { HttpAnswer, HttpOutcome } from '../../http/http-client';
import { redactSecrets } from '../../log/redact';
import type { GenesysProfile } from '../../settings/sections/genesys';
import { readCsrfHeader } from './csrf-header';

/** Shorter cookies, such as `1` or `true`, are not secrets, and removing them would garble every text. */
const MIN_COOKIE_LENGTH = 6;
/** Enough for the cookies and tokens of several sessions; the oldest are dropped beyond it. */
const MAX_KEPT = 100;

/**
 * The agent's credentials at Genesys. The vendor's texts can quote a request, so these are removed from
 * everything that is reported.
 */
export interface SessionSecrets {
  /** Remembers the cookies and the token in an answer. */
  learn(outcome: HttpOutcome): void;
  /** The error without any secrets, truncated to the maximum length. */
  clean(error: AppError): AppError;
}

const MAX_DETAIL_LENGTH = 500;
/** How much of a text is searched for secrets: far more than is kept. */
const MAX_SEARCHED_LENGTH = 20_000;

export function createSessionSecrets({ userName, password }: GenesysProfile): SessionSecrets {
  const own = [password, toBasicCredentials(userName, password)];
  const learned = new Set<string>();

  return {
    learn(outcome) {
      if (outcome.kind !== 'done') return;
      const { headers } = outcome.value;
      const token = readCsrfHeader(headers)?.token ?? '';
      for (const secret of [...readCookies(headers), token]) {
        learned.delete(secret);
        learned.add(secret);
      }
      for (const oldest of [...learned].slice(0, -MAX_KEPT)) learned.delete(oldest);
    },
    clean({ detail, ...error }) {
      if (detail === undefined) return error;
      const text = redactSecrets(detail.slice(0, MAX_SEARCHED_LENGTH), [...own, ...learned]);
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
