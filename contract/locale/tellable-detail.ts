const HTTP_STATUS = /^HTTP \d+$/;

/**
 * What of an error's detail the agent is told. What is wrong with an answer that cannot be read is for
 * those who read the trace; its HTTP status says something to an administrator as well.
 */
export function tellableDetail(code: string, detail: string | undefined): string | undefined {
  const isTellable = code !== 'malformed-answer' || HTTP_STATUS.test(detail ?? '');
  return isTellable ? detail : undefined;
}
