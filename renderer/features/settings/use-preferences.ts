import type { PreferenceChange, Preferences } from '../../../contract/preferences';
import { changePreference } from '../../state/requests';
import { useSnapshot, useWindowActions } from '../../state/window-context';

/** The preferences and a function to change them; undefined before the first snapshot. */
export function usePreferences():
  | { readonly preferences: Preferences; readonly change: (change: PreferenceChange) => void }
  | undefined {
  const preferences = useSnapshot((snapshot) => snapshot.preferences);
  const { send } = useWindowActions();
  return preferences && { preferences, change: (change) => send(changePreference(change), '') };
}
