import { useState, type ReactNode } from 'react';
import type { AppError } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { MAX_PROFILE_NAME } from '../../../contract/profile-limits';
import type { Result } from '../../../contract/result';
import type { ProfileEntry } from '../../../contract/settings';
import { isolate } from '../../../contract/text';
import { describeError } from '../../../contract/locale/describe-error';
import { useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import { Button } from '../../ui/Button';
import { RadioField, TextField } from '../../ui/Fields';
import { ImportProfile } from './ImportProfile';
import { ErrorMessage } from './Outcome';
import shared from './Settings.module.css';
import styles from './ProfilesPage.module.css';
import { SettingsGroup } from './SettingsGroup';
import { useSettings } from './settings-context';

/** Several profiles, of which one is in use. */
export function ProfilesPage(): ReactNode {
  const requests = useWindowActions().settings;
  const { settings, reload } = useSettings();
  const [error, setError] = useState<AppError>();
  const profiles = settings?.profiles ?? [];
  const active = profiles.find(({ isActive }) => isActive);
  const run = async (request: Promise<Result<null>>): Promise<void> => {
    setError(undefined);
    const answer = await request;
    if (!answer.ok) setError(answer.error);
    await reload();
  };
  return (
    <>
      {profiles.length > 0 && (
        <RadioField
          label={en.settings.profileInUse}
          choices={profiles.map(({ id, name }) => ({ value: id, label: name }))}
          value={active?.id ?? ''}
          onChange={(profileId) => void run(requests.selectProfile({ profileId }))}
        />
      )}
      {error !== undefined && <ErrorMessage lines={describeError(error, { hasCodes: true })} />}
      {active !== undefined && (
        <SettingsGroup title={format(en.settings.thisProfile, { name: isolate(active.name) })}>
          <NameForm
            key={active.name}
            label={en.settings.profileName}
            name={active.name}
            action={en.settings.rename}
            onSave={(name) => run(requests.renameProfile({ profileId: active.id, name }))}
          />
          <div className={shared.row}>
            <Confirmed
              label={en.settings.signOut}
              title={en.settings.signOutTitle}
              body={en.settings.signOutBody}
              onConfirm={() => run(requests.signOut())}
            />
            <Confirmed
              label={en.settings.deleteProfile}
              title={format(en.settings.deleteProfileTitle, { name: isolate(active.name) })}
              body={en.settings.deleteProfileBody}
              onConfirm={() => run(requests.deleteProfile({ profileId: active.id }))}
            />
          </div>
        </SettingsGroup>
      )}
      <SettingsGroup title={en.settings.addProfile}>
        <ImportProfile onDone={() => void reload()} />
        <NameForm
          key={profiles.length}
          label={en.settings.newProfileName}
          name=""
          action={en.settings.createProfile}
          onSave={(name) => run(requests.createProfile({ name }))}
        />
      </SettingsGroup>
    </>
  );
}

interface NameFormProps {
  readonly label: string;
  readonly name: ProfileEntry['name'];
  readonly action: string;
  readonly onSave: (name: string) => Promise<void>;
}

function NameForm({ label, name, action, onSave }: NameFormProps): ReactNode {
  const [typed, setTyped] = useState(name);
  const isUsable = typed.trim() !== '' && typed.trim() !== name;
  return (
    <form noValidate className={styles.inline} onSubmit={(event) => event.preventDefault()}>
      <TextField label={label} value={typed} maxLength={MAX_PROFILE_NAME} onChange={setTyped} />
      <Button isDefault isDisabled={!isUsable} onPress={() => void onSave(typed.trim())}>
        {action}
      </Button>
    </form>
  );
}

interface ConfirmedProps {
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly onConfirm: () => Promise<void>;
}

/** A button with a confirmation. */
function Confirmed({ label, title, body, onConfirm }: ConfirmedProps): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button look="discreet-danger" onPress={() => setIsAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <AlertDialog
          title={title}
          confirmLabel={label}
          cancelLabel={en.window.cancel}
          canConfirm
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            void onConfirm();
          }}
        >
          <p>{body}</p>
        </AlertDialog>
      )}
    </>
  );
}
