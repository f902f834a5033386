import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { useAppActions } from '../../actions/use-actions';
import { Checkbox, TimeField } from '../../ui/Fields';
import { ActionButton } from '../actions/ActionButton';
import styles from './Settings.module.css';
import { SettingsGroup } from './SettingsGroup';
import { usePreferences } from './use-preferences';

/** The settings of do not disturb and quiet hours. */
export function QuietTimes(): ReactNode {
  const chosen = usePreferences();
  const actions = useAppActions().filter(({ run }) => run.kind === 'do-not-disturb');
  if (chosen === undefined) {
    return null;
  }
  const { preferences, change } = chosen;
  const { quietHours } = preferences;
  return (
    <SettingsGroup title={en.settings.quiet}>
      <p className={styles.hint}>{en.settings.quietHint}</p>
      <div className={styles.row}>
        {actions.map((action) => (
          <ActionButton key={action.key} action={action} />
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
