import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Preferences, Switch } from '../../../contract/preferences';
import { changePreference } from '../../state/requests';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { Checkbox } from '../../ui/Fields';
import styles from './Settings.module.css';

/** What the agent can choose; each choice takes effect at once. */
export function SettingsDialog(): ReactNode {
  const preferences = useSnapshot((snapshot) => snapshot.preferences);
  const { closeDialog } = useWindowActions();
  return (
    <Dialog
      title={en.settings.title}
      answers={[]}
      cancelLabel={en.settings.close}
      onCancel={closeDialog}
    >
      {preferences === undefined ? (
        <p>{en.settings.nothing}</p>
      ) : (
        <>
          <fieldset className={styles.group}>
            <legend>{en.settings.calls}</legend>
            <Choice preferences={preferences} name="ringSound" />
            <Choice preferences={preferences} name="raiseWhenRinging" />
          </fieldset>
          <fieldset className={styles.group}>
            <legend>{en.settings.notifications}</legend>
            <Choice preferences={preferences} name="rosterNotifications" />
          </fieldset>
          <fieldset className={styles.group}>
            <legend>{en.settings.window}</legend>
            <Choice preferences={preferences} name="alwaysOnTop" />
          </fieldset>
        </>
      )}
    </Dialog>
  );
}

interface ChoiceProps {
  readonly preferences: Preferences;
  readonly name: Switch;
}

function Choice({ preferences, name }: ChoiceProps): ReactNode {
  const { send } = useWindowActions();
  return (
    <Checkbox
      label={en.settings.choices[name]}
      isChecked={preferences[name]}
      onChange={(isOn) => send(changePreference({ [name]: isOn }), '')}
    />
  );
}
