const HTTP_STATUS = /^HTTP \d+$/;

/**
 * The part of an error's detail that the agent sees. What is wrong with an answer that cannot be read is for
 * those who read the trace; its HTTP status says something to an administrator as well.
 */
export function displayableDetail(code: string, detail: string | undefined): string | undefined {
  const isDisplayable = code !== 'malformed-answer' || HTTP_STATUS.test(detail ?? '');
  return isDisplayable ? detail : undefined;
}
