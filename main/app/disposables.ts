/** Collects what has to be stopped when the app quits, in reverse order of creation. */
export interface Disposables {
  add(dispose: () => void | Promise<void>): void;
  /** Stops everything once, even if a part fails to stop. */
  disposeAll(): Promise<void>;
}

export function createDisposables(onError: (error: unknown) => void): Disposables {
  const stack: (() => void | Promise<void>)[] = [];
  return {
    add: (dispose) => void stack.push(dispose),
    disposeAll: async () => {
      for (let dispose = stack.pop(); dispose !== undefined; dispose = stack.pop()) {
        try {
          await dispose();
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}
