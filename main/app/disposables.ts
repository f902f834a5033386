/** What must be ended when the app ends, in the reverse order of its making. */
export interface Disposables {
  add(dispose: () => void | Promise<void>): void;
  /** Ends everything once; a part that fails does not keep the others from ending. */
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
