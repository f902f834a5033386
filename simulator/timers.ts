/** Timers that can all be stopped together, by a reset or on closing. */
export class Timers {
  /** What to do if a timer is stopped, by its handle. */
  readonly #handles = new Map<NodeJS.Timeout, () => void>();

  /** Runs the task once after this many milliseconds, unless stopped before. */
  after(milliseconds: number, task: () => void, onStop: () => void = () => undefined): void {
    const handle = setTimeout(() => {
      this.#handles.delete(handle);
      task();
    }, milliseconds);
    this.#handles.set(handle, onStop);
  }

  stopAll(): void {
    for (const [handle, onStop] of this.#handles) {
      clearTimeout(handle);
      onStop();
    }
    this.#handles.clear();
  }
}
