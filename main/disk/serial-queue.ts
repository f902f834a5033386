/** Runs actions one after the other, so that none sees or overwrites the unfinished work of another. */
export type SerialQueue = <Value>(act: () => Promise<Value>) => Promise<Value>;

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const result = last.then(act);
    last = result.catch(() => undefined);
    return result;
  };
}
