import { jsonReply, type Reply } from '../http/exchange';

/** The status codes (doc:ReturnValues) that the simulator uses. */
export const StatusCode = {
  parameterMissing: 1,
  parameterInvalidNow: 2,
  forbidden: 3,
  notFound: 6,
  inputValidation: 10,
  notAuthenticated: 20,
} as const;

/** A refusal: a status code other than 0, with its text. */
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
 * A refusal as an answer. The HTTP status is known for two codes only: 500 for 4 and 403 for 20. Decided here:
 * 500 for all but 20, so that a client must read the body.
 */
export function refusalReply(refusal: Refusal): Reply {
  return jsonReply(refusal.statusCode === StatusCode.notAuthenticated ? 403 : 500, refusal);
}
