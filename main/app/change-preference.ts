import type { PreferenceChange } from '../../contract/preferences';
import type { Result } from '../../contract/result';
import type { CallStore } from '../calls/store';
import { toPreferences, type PreferencesStore } from '../settings/preferences';

/** Saves a preference and applies it. Errors: `not-saved`. */
export async function changePreference(
  store: CallStore,
  preferences: PreferencesStore,
  change: PreferenceChange,
): Promise<Result<null>> {
  const saved = await preferences.update(() => change);
  if (saved.ok) store.setPreferences(toPreferences(preferences.current));
  return saved;
}
