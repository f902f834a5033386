import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { LOG_LEVELS } from '../../../contract/preference-choices';
import { isolate } from '../../../contract/text';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/Fields';
import shared from './Settings.module.css';
import styles from './DiagnosticsPage.module.css';
import { SettingsGroup } from './SettingsGroup';
import { usePreferences } from './use-preferences';

/** The diagnostics report and the log level. */
export function DiagnosticsPage(): ReactNode {
  return (
    <>
      <SettingsGroup title={en.diagnostics.report}>
        <Report />
      </SettingsGroup>
      <SettingsGroup title={en.diagnostics.log}>
        <LogLevelField />
      </SettingsGroup>
    </>
  );
}

function Report(): ReactNode {
  const { getDiagnostics, saveDiagnostics } = useWindowActions();
  const [text, setText] = useState<string>();
  const [message, setMessage] = useState('');

  async function show(): Promise<void> {
    const answer = await getDiagnostics();
    setText(answer.ok ? answer.value.text : undefined);
    setMessage(answer.ok ? '' : en.diagnostics.notShown);
  }

  async function save(): Promise<void> {
    const answer = await saveDiagnostics();
    if (!answer.ok) {
      const detail = answer.error.detail ?? en.errors[answer.error.code].message;
      setMessage(format(en.diagnostics.notSaved, { detail: isolate(detail) }));
    } else if (answer.value !== null) {
      setMessage(format(en.diagnostics.saved, { file: isolate(answer.value) }));
    }
  }

  return (
    <>
      <p className={shared.hint}>{en.diagnostics.hint}</p>
      <div className={shared.row}>
        <Button onPress={() => void show()}>{en.diagnostics.show}</Button>
        {text !== undefined && <Button onPress={() => void save()}>{en.diagnostics.save}</Button>}
      </div>
      <p role="status" className={shared.hint}>
        {message}
      </p>
      {text !== undefined && (
        <textarea
          className={styles.report}
          aria-label={en.diagnostics.text}
          readOnly
          rows={16}
          spellCheck={false}
          value={text}
        />
      )}
    </>
  );
}

function LogLevelField(): ReactNode {
  const chosen = usePreferences();
  if (chosen === undefined) {
    return null;
  }
  const { preferences, change } = chosen;
  return (
    <SelectField
      label={en.diagnostics.logLevel}
      choices={LOG_LEVELS.map((level) => ({
        value: level,
        label: en.diagnostics.logLevels[level],
      }))}
      value={preferences.logLevel}
      onChange={(value) => {
        const logLevel = LOG_LEVELS.find((level) => level === value);
        if (logLevel !== undefined) change({ logLevel });
      }}
    />
  );
}
