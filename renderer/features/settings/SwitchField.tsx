import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Switch } from '../../../contract/preferences';
import { Checkbox } from '../../ui/Fields';
import { usePreferences } from './use-preferences';

/** A preference that is on or off. */
export function SwitchField({ name }: { readonly name: Switch }): ReactNode {
  const chosen = usePreferences();
  if (chosen === undefined) {
    return null;
  }
  const { preferences, change } = chosen;
  return (
    <Checkbox
      label={en.settings.choices[name]}
      isChecked={preferences[name]}
      onChange={(isOn) => change({ [name]: isOn })}
    />
  );
}
