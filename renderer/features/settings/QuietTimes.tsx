import type { ReactNode } from 'react';
import { listDoNotDisturbActions, toDoNotDisturb } from '../../../contract/actions/do-not-disturb';
import { en } from '../../../contract/locale/en';
import { Button } from '../../ui/Button';
import { Checkbox, TimeField } from '../../ui/Fields';
import styles from './Settings.module.css';
import { SettingsGroup } from './SettingsGroup';
import { usePreferences } from './use-preferences';

/** When nothing is to disturb the agent. */
export function QuietTimes(): ReactNode {
  const chosen = usePreferences();
  if (chosen === undefined) {
    return null;
  }
  const { preferences, change } = chosen;
  const { quietHours } = preferences;
  return (
    <SettingsGroup title={en.settings.quiet}>
      <p className={styles.hint}>{en.settings.quietHint}</p>
      <div className={styles.row}>
        {listDoNotDisturbActions(preferences, Date.now()).map(({ id, label, setTo }) => (
          <Button
            key={id}
            onPress={() => change({ doNotDisturb: toDoNotDisturb(setTo, Date.now()) })}
          >
            {label}
          </Button>
        ))}
      </div>
      <Checkbox
        label={en.settings.quietHours}
        isChecked={quietHours.isOn}
        onChange={(isOn) => change({ quietHours: { ...quietHours, isOn } })}
      />
      {quietHours.isOn && (
        <div className={styles.row}>
          <TimeField
            label={en.settings.quietFrom}
            value={quietHours.from}
            onChange={(from) => change({ quietHours: { ...quietHours, from } })}
          />
          <TimeField
            label={en.settings.quietTo}
            value={quietHours.to}
            onChange={(to) => change({ quietHours: { ...quietHours, to } })}
          />
        </div>
      )}
    </SettingsGroup>
  );
}
