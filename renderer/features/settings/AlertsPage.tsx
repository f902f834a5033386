import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { SelectField } from '../../ui/Fields';
import { QuietTimes } from './QuietTimes';
import { SettingsGroup } from './SettingsGroup';
import { SwitchField } from './SwitchField';
import { TestNotificationButton } from './TestNotificationButton';
import { usePreferences } from './use-preferences';

/** The settings of notifications, sound and quiet times. */
export function AlertsPage(): ReactNode {
  return (
    <>
      <SettingsGroup title={en.settings.notifications}>
        <SwitchField name="ringingNotifications" />
        <SwitchField name="missedNotifications" />
        <SwitchField name="rosterNotifications" />
        <SwitchField name="connectionNotifications" />
        <SwitchField name="failureNotifications" />
      </SettingsGroup>
      <SettingsGroup title={en.settings.notificationDetails}>
        <SwitchField name="notificationsWhenFocused" />
        <RosterThreshold />
        <TestNotificationButton />
      </SettingsGroup>
      <SettingsGroup title={en.settings.calls}>
        <SwitchField name="ringSound" />
        <SwitchField name="raiseWhenRinging" />
        <SwitchField name="callBarWhenRinging" />
      </SettingsGroup>
      <QuietTimes />
    </>
  );
}

const THRESHOLDS = [2, 5, 10, 20, 50, 100];

function RosterThreshold(): ReactNode {
  const chosen = usePreferences();
  if (chosen === undefined) {
    return null;
  }
  const { preferences, change } = chosen;
  const { rosterThreshold } = preferences;
  const choices = new Set([...THRESHOLDS, rosterThreshold]);
  return (
    <SelectField
      label={en.settings.rosterThreshold}
      choices={[...choices].map((count) => ({
        value: String(count),
        label: format(en.settings.upTo, { count }),
      }))}
      value={String(rosterThreshold)}
      onChange={(value) => change({ rosterThreshold: Number(value) })}
    />
  );
}
