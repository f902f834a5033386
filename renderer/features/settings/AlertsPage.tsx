import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { SwitchField } from './SwitchField';
import { SettingsGroup } from './SettingsGroup';

/** How the agent learns of what happens. */
export function AlertsPage(): ReactNode {
  return (
    <>
      <SettingsGroup title={en.settings.calls}>
        <SwitchField name="ringSound" />
        <SwitchField name="raiseWhenRinging" />
      </SettingsGroup>
      <SettingsGroup title={en.settings.notifications}>
        <SwitchField name="rosterNotifications" />
      </SettingsGroup>
    </>
  );
}
