import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Settings } from '../../../contract/settings';
import { useSnapshot, useWindowActions } from '../../state/window-context';

/** The settings, as of the last request. */
interface LoadedSettings {
  readonly settings: Settings | undefined;
  /** Requests them again after a change. */
  readonly reload: () => Promise<void>;
}

export const SettingsContext = createContext<LoadedSettings>({
  settings: undefined,
  reload: () => Promise.resolve(),
});

export function useSettings(): LoadedSettings {
  return useContext(SettingsContext);
}

/** Loads the settings when the dialog opens, and again when the profile in use changes. */
export function useLoadSettings(): LoadedSettings {
  const { getSettings } = useWindowActions().settings;
  const [settings, setSettings] = useState<Settings>();
  const inUse = useSnapshot(({ hasProfile, isDemo, agentName }) =>
    [hasProfile, isDemo, agentName].join(' '),
  );
  const reload = useCallback(
    () =>
      getSettings().then((answer) => {
        if (answer.ok) setSettings(answer.value);
      }),
    [getSettings],
  );
  useEffect(() => {
    void reload();
  }, [reload, inUse]);
  return { settings, reload };
}
