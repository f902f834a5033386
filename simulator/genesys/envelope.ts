import { jsonReply, type Reply } from '../http/exchange';

/** The status codes of the vendor page's section 2 that the simulator answers with. */
export const StatusCode = {
  parameterMissing: 1,
  parameterInvalidNow: 2,
  forbidden: 3,
  notFound: 6,
  inputValidation: 10,
  notAuthenticated: 20,
} as const;

/** A refusal: a status code other than 0, and its text. */
export interface Refusal {
  statusCode: number;
  statusMessage: string;
}

export function missing(parameter: string): Refusal {
  return {
    statusCode: StatusCode.parameterMissing,
    statusMessage: `Required parameter '${parameter}' is missing.`,
  };
}

/** A success with its payload. */
export function okReply(payload: Record<string, unknown> = {}): Reply {
  return jsonReply(200, { statusCode: 0, ...payload });
}

/**
 * A refusal as an answer. Which HTTP status goes with which code is known of two codes only: 4 came with 500
 * and 20 with 403. Decided here: every refusal but 20 comes with 500, so that a client must read the body.
 */
export function refusalReply(refusal: Refusal): Reply {
  return jsonReply(refusal.statusCode === StatusCode.notAuthenticated ? 403 : 500, refusal);
}
