import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import {
  findSameKeys,
  GLOBAL_SHORTCUTS,
  isUsableGlobally,
  type GlobalShortcutName,
  type GlobalShortcuts,
} from '../../../contract/shortcut-keys';
import { useWindowActions } from '../../state/window-context';
import { KeysField } from '../../ui/KeysField';
import shared from './Settings.module.css';
import styles from './ShortcutsPage.module.css';
import { useSettings } from './settings-context';
import { SettingsGroup } from './SettingsGroup';

/** The settings of global shortcuts. */
export function ShortcutsPage(): ReactNode {
  const { settings } = useSettings();
  const [changed, setChanged] = useState<GlobalShortcuts>();
  const shortcuts = changed ?? settings?.globalShortcuts;
  if (shortcuts === undefined) {
    return null;
  }
  return (
    <>
      <SettingsGroup title={en.shortcuts.group}>
        <p className={shared.hint}>{en.shortcuts.hint}</p>
        {GLOBAL_SHORTCUTS.map((name) => (
          <ShortcutField key={name} name={name} shortcuts={shortcuts} onChanged={setChanged} />
        ))}
        <p className={shared.hint}>{en.shortcuts.inWindow}</p>
      </SettingsGroup>
      {shortcuts.isWayland && (
        <SettingsGroup title={en.shortcuts.wayland}>
          <p className={shared.hint}>{en.shortcuts.waylandHint}</p>
          <ul className={styles.commands}>
            {COMMANDS.map((command) => (
              <li key={command}>
                <code>{command}</code>
              </li>
            ))}
          </ul>
        </SettingsGroup>
      )}
    </>
  );
}

/** The commands to bind in the desktop's keyboard settings. */
const COMMANDS = [
  'sidetone --answer',
  'sidetone --mute',
  'sidetone --unmute',
  'sidetone --hang-up',
  'sidetone --show',
];

interface ShortcutFieldProps {
  readonly name: GlobalShortcutName;
  readonly shortcuts: GlobalShortcuts;
  readonly onChanged: (shortcuts: GlobalShortcuts) => void;
}

function ShortcutField({ name, shortcuts, onChanged }: ShortcutFieldProps): ReactNode {
  const { setGlobalShortcut } = useWindowActions().settings;
  const [problem, setProblem] = useState<string>();

  async function change(keys: string | undefined): Promise<void> {
    if (keys !== undefined && !isUsableGlobally(keys)) {
      setProblem(en.shortcuts.notUsable);
      return;
    }
    const answer = await setGlobalShortcut({ name, ...(keys !== undefined && { keys }) });
    setProblem(answer.ok ? undefined : en.shortcuts.notSaved);
    if (answer.ok) onChanged(answer.value);
  }

  return (
    <KeysField
      label={en.shortcuts.names[name]}
      keys={shortcuts.keys[name]}
      placeholder={en.shortcuts.off}
      mistake={problem ?? findConflict(name, shortcuts)}
      onChange={(keys) => void change(keys)}
    />
  );
}

function findConflict(
  name: GlobalShortcutName,
  { keys, refused }: GlobalShortcuts,
): string | undefined {
  if (!refused.includes(name)) return undefined;
  const same = findSameKeys(keys, name);
  return same === undefined
    ? en.shortcuts.taken
    : format(en.shortcuts.same, { name: en.shortcuts.names[same] });
}
