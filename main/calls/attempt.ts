/** Called with an error that was caught where the only option is to continue. */
export type ReportError = (error: unknown) => void;

/** Calls a function that may throw without affecting what follows. */
export function attempt(act: () => void, onError: ReportError): void {
  try {
    act();
  } catch (error) {
    onError(error);
  }
}

/** Throws an error asynchronously, so that the process logs it, without interrupting the caller. */
export function throwLater(error: unknown): void {
  void Promise.resolve().then(() => {
    throw error;
  });
}
