import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { THEMES, ZOOM_LEVELS } from '../../../contract/preference-choices';
import { RadioField, SelectField } from '../../ui/Fields';
import { SettingsGroup } from './SettingsGroup';
import { SwitchField } from './SwitchField';
import { usePreferences } from './use-preferences';

/** How the window looks and behaves. */
export function GeneralPage(): ReactNode {
  return (
    <>
      <SettingsGroup title={en.settings.appearance}>
        <Theme />
        <Zoom />
      </SettingsGroup>
      <SettingsGroup title={en.settings.window}>
        <SwitchField name="alwaysOnTop" />
        <SwitchField name="callBarOnTop" />
      </SettingsGroup>
    </>
  );
}

function Theme(): ReactNode {
  const chosen = usePreferences();
  if (chosen === undefined) {
    return null;
  }
  const { preferences, change } = chosen;
  return (
    <RadioField
      label={en.settings.theme}
      choices={THEMES.map((theme) => ({ value: theme, label: en.settings.themes[theme] }))}
      value={preferences.theme}
      onChange={(value) => {
        const theme = THEMES.find((one) => one === value);
        if (theme !== undefined) change({ theme });
      }}
    />
  );
}

function Zoom(): ReactNode {
  const chosen = usePreferences();
  if (chosen === undefined) {
    return null;
  }
  const { preferences, change } = chosen;
  return (
    <SelectField
      label={en.settings.zoom}
      choices={ZOOM_LEVELS.map((percent) => ({
        value: String(percent),
        label: format(en.settings.percent, { percent }),
      }))}
      value={String(preferences.zoom)}
      onChange={(value) => {
        const zoom = ZOOM_LEVELS.find((level) => String(level) === value);
        if (zoom !== undefined) change({ zoom });
      }}
    />
  );
}
