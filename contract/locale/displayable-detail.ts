const HTTP_STATUS = /^HTTP \d+$/;

/**
 * The part of an error's detail that the agent sees. For an answer that cannot be read, this is
 * only the HTTP status, for an administrator; the complete detail is in the trace.
 */
export function displayableDetail(code: string, detail: string | undefined): string | undefined {
  const isDisplayable = code !== 'malformed-answer' || HTTP_STATUS.test(detail ?? '');
  return isDisplayable ? detail : undefined;
}
