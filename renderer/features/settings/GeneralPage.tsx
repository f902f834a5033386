import { useState, type ReactNode } from 'react';
import type { AppError } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { THEMES, ZOOM_LEVELS } from '../../../contract/preference-choices';
import { describeError } from '../../../contract/locale/describe-error';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';
import { Checkbox, RadioField, SelectField } from '../../ui/Fields';
import { fieldText, toTyped } from './field-text';
import { ErrorMessage } from './Outcome';
import { useSettings } from './settings-context';
import { SettingsGroup } from './SettingsGroup';
import { SwitchField } from './SwitchField';
import { usePreferences } from './use-preferences';

/** The settings of the window's look and behavior. */
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
      <StartAtLogin />
      <OpenLinks />
      <HistoryNumbers />
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

function StartAtLogin(): ReactNode {
  const { setStartAtLogin } = useWindowActions().settings;
  const isOn = useSettings().settings?.startsAtLogin;
  const { startup, startAtLogin } = en.settings;
  return <SystemSwitch title={startup} label={startAtLogin} isOn={isOn} set={setStartAtLogin} />;
}

function OpenLinks(): ReactNode {
  const { setOpenLinks } = useWindowActions().settings;
  const isOn = useSettings().settings?.opensLinks;
  const { links, openLinks } = en.settings;
  return <SystemSwitch title={links} label={openLinks} isOn={isOn} set={setOpenLinks} />;
}

interface SystemSwitchProps {
  readonly title: string;
  readonly label: string;
  /** Undefined if this system does not support it. */
  readonly isOn: boolean | undefined;
  readonly set: (request: { readonly isOn: boolean }) => Promise<Result<null>>;
}

/** A setting that the system stores. */
function SystemSwitch({ title, label, isOn, set }: SystemSwitchProps): ReactNode {
  const { reload } = useSettings();
  const [error, setError] = useState<AppError>();
  if (isOn === undefined) {
    return null;
  }
  const change = async (isWanted: boolean): Promise<void> => {
    const answer = await set({ isOn: isWanted });
    setError(answer.ok ? undefined : answer.error);
    await reload();
  };
  return (
    <SettingsGroup title={title}>
      <Checkbox label={label} isChecked={isOn} onChange={(isWanted) => void change(isWanted)} />
      {error !== undefined && <ErrorMessage lines={describeError(error, { hasCodes: true })} />}
    </SettingsGroup>
  );
}

/** Part of the profile, but a single choice needs no form. */
function HistoryNumbers(): ReactNode {
  const { saveSection } = useWindowActions().settings;
  const { settings, reload } = useSettings();
  const [error, setError] = useState<AppError>();
  const section = settings?.sections.find(({ name }) => name === 'history');
  const field = section?.fields.find(({ path }) => path === 'numbers');
  const isEditable = settings?.running === 'stored' && settings.profiles.length > 0;
  if (section === undefined || field === undefined || !isEditable) {
    return null;
  }
  const { label, choices = {} } = fieldText(section.name, field.path);
  const change = async (numbers: string): Promise<void> => {
    const answer = await saveSection({ section: section.name, values: { numbers }, secrets: {} });
    setError(answer.ok ? undefined : answer.error);
    await reload();
  };
  return (
    <SettingsGroup title={en.settings.history}>
      <RadioField
        label={label}
        choices={(field.choices ?? []).map((value) => ({ value, label: choices[value] ?? value }))}
        value={toTyped(field, section.values.numbers ?? field.fallback)}
        onChange={(numbers) => void change(numbers)}
      />
      {error !== undefined && <ErrorMessage lines={describeError(error, { hasCodes: true })} />}
    </SettingsGroup>
  );
}
