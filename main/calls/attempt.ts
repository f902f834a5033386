/** Called with an error that was caught where the only option is to continue. */
export type ReportError = (error: unknown) => void;

/** Does something that may throw and must not affect what comes after it. */
export function attempt(act: () => void, onError: ReportError): void {
  try {
    act();
  } catch (error) {
    onError(error);
  }
}

/** Reports an error as an uncaught one, which the process logs, without interrupting the caller. */
export function throwLater(error: unknown): void {
  void Promise.resolve().then(() => {
    throw error;
  });
}
