/** What each command is still waiting for, such as a time limit or a change of the state. */
export interface Waits {
  /** `stops` end the command's waits. After `stopAll`, they are called immediately. */
  add(commandId: string, ...stops: (() => void)[]): void;
  has(commandId: string): boolean;
  stop(commandId: string): void;
  /** Ends all current and future waits. */
  stopAll(): void;
}

export function createWaits(): Waits {
  const waits = new Map<string, (() => void)[]>();
  let isOver = false;

  function stop(commandId: string): void {
    const stops = waits.get(commandId) ?? [];
    waits.delete(commandId);
    for (const end of stops) end();
  }

  return {
    add: (commandId, ...stops) => {
      if (isOver) for (const end of stops) end();
      else waits.set(commandId, [...(waits.get(commandId) ?? []), ...stops]);
    },
    has: (commandId) => waits.has(commandId),
    stop,
    stopAll: () => {
      isOver = true;
      [...waits.keys()].forEach(stop);
    },
  };
}
