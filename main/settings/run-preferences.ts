import {
  createMemoryPreferences,
  openPreferences,
  type PreferencesOptions,
  type PreferencesStore,
} from './preferences';

/** Preferences in memory are those of a demo, or of a run that stores nothing. */
export type PreferencesSource = 'file' | 'memory';

/** The preferences that apply now. A demo has its own, so it neither loses nor changes those in the file. */
export interface RunPreferences extends PreferencesStore {
  readonly source: PreferencesSource;
  /** Uses those in the file, or a copy in memory of those that apply now. */
  switchTo(source: PreferencesSource): Promise<void>;
  /** Calls back after each switch. Returns a function that ends the subscription. */
  onSwitched(listener: () => void): () => void;
}

/** @param first what the run starts with; without the file, with the defaults */
export async function openRunPreferences(
  first: PreferencesSource,
  options: PreferencesOptions,
): Promise<RunPreferences> {
  const listeners = new Set<() => void>();
  /** Opened when it is first needed: a run that stores nothing must not touch it. */
  let stored = first === 'file' ? await openPreferences(options) : undefined;
  let used = stored ?? createMemoryPreferences();
  let source = first;
  return {
    get current() {
      return used.current;
    },
    get source() {
      return source;
    },
    update: (change) => used.update(change),
    switchTo: async (wanted) => {
      if (wanted === source) return;
      if (wanted === 'memory') used = createMemoryPreferences(used.current);
      else used = stored ??= await openPreferences(options);
      source = wanted;
      for (const listener of listeners) listener();
    },
    onSwitched: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
