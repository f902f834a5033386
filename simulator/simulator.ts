import type { Simulator, SimulatorOptions } from './types';

export type * from './types';

/** Starts the four simulated vendors on 127.0.0.1. */
export function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  return Promise.reject(new Error(`Not ready to listen on port ${options.port ?? 0}.`));
}
