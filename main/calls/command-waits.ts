/** What each command still waits for, such as a time limit or a change of the state. */
export interface Waits {
  /** `stops` end what the command waits for. */
  add(commandId: string, ...stops: (() => void)[]): void;
  has(commandId: string): boolean;
  stop(commandId: string): void;
  stopAll(): void;
}

export function createWaits(): Waits {
  const waits = new Map<string, (() => void)[]>();

  function stop(commandId: string): void {
    const stops = waits.get(commandId) ?? [];
    waits.delete(commandId);
    for (const end of stops) end();
  }

  return {
    add: (commandId, ...stops) => {
      waits.set(commandId, [...(waits.get(commandId) ?? []), ...stops]);
    },
    has: (commandId) => waits.has(commandId),
    stop,
    stopAll: () => [...waits.keys()].forEach(stop),
  };
}
