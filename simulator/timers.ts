/** Timers that can all be stopped at once, so that a reset or a close leaves none behind. */
export class Timers {
  readonly #handles = new Set<NodeJS.Timeout>();

  /** Runs the task once after so many milliseconds, unless stopped before. */
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
