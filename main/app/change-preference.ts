import type { PreferenceChange } from '../../contract/preferences';
import { fail, type Result } from '../../contract/result';
import type { CallStore } from '../calls/store';
import { toPreferences, type PreferencesStore } from '../settings/preferences';

/** Saves what the agent chose and applies it from now on. Errors: `not-configured`, `not-saved`. */
export async function changePreference(
  store: CallStore,
  preferences: PreferencesStore | undefined,
  change: PreferenceChange,
): Promise<Result<null>> {
  if (preferences === undefined) return fail({ code: 'not-configured' });
  const saved = await preferences.save({ ...preferences.current, ...change });
  if (saved.ok) store.setPreferences(toPreferences(preferences.current));
  return saved;
}
