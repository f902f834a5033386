/** Timers that can all be stopped together, by a reset or on closing. */
export class Timers {
  readonly #handles = new Set<NodeJS.Timeout>();

  /** Runs the task once after this many milliseconds, unless stopped before. */
  after(milliseconds: number, task: () => void): void {
    const handle = setTimeout(() => {
      this.#handles.delete(handle);
      task();
    }, milliseconds);
    this.#handles.add(handle);
  }

  stopAll(): void {
    for (const handle of this.#handles) {
      clearTimeout(handle);
    }
    this.#handles.clear();
  }
}
