import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { vendorName } from '../../../contract/locale/vendor-name';
import type { SettingsField, SettingsSection } from '../../../contract/settings';
import { useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';
import { Button } from '../../ui/Button';
import { findMistake } from './field-text';
import { Outcome } from './Outcome';
import { SectionField } from './SectionField';
import shared from './Settings.module.css';
import styles from './SectionPage.module.css';
import { useSettings } from './settings-context';
import { useSectionForm, type SectionFormState } from './use-section-form';

/** The form of one section of the profile. It takes effect when the agent saves it. */
export function SectionPage({ section }: { readonly section: SettingsSection }): ReactNode {
  const { saveSection, testService } = useWindowActions().settings;
  const { reload } = useSettings();
  const form = useSectionForm(section);
  const save = async (): Promise<void> => {
    if (await form.save(saveSection)) await reload();
  };
  const needed = section.fields.filter(isNeeded);
  const optional = section.fields.filter((field) => !isNeeded(field));
  // Not updated when the form is saved, because the buttons below would move.
  const [startsOpen] = useState(() => optional.some((field) => isChosen(section, field)));
  const mistakeIn = (path: string): string | undefined =>
    form.outcome?.kind === 'invalid'
      ? findMistake(form.outcome.mistakes, section.name, path)
      : undefined;
  const show = (field: SettingsField): ReactNode => (
    <SectionField
      key={field.path}
      section={section.name}
      field={field}
      value={form.typed[field.path] ?? ''}
      isStored={section.storedSecrets.includes(field.path)}
      mistake={mistakeIn(field.path)}
      onChange={(value) => form.type(field.path, value)}
    />
  );
  const hasMistakeBelow = optional.some(({ path }) => mistakeIn(path) !== undefined);
  return (
    <form noValidate className={shared.form} onSubmit={(event) => event.preventDefault()}>
      {needed.map(show)}
      {optional.length > 0 && (
        <details open={startsOpen || hasMistakeBelow || undefined} className={styles.more}>
          <summary>{en.settings.more}</summary>
          <div className={shared.form}>{optional.map(show)}</div>
        </details>
      )}
      <div className={shared.row}>
        <Button
          look="primary"
          isDefault
          isBusy={form.busy === 'saving'}
          isDisabled={form.busy === 'testing'}
          onPress={() => void save()}
        >
          {en.settings.save}
        </Button>
        {section.isVendor && (
          <Button
            isBusy={form.busy === 'testing'}
            isDisabled={form.busy === 'saving'}
            onPress={() => void form.test(testService)}
          >
            {en.settings.test}
          </Button>
        )}
        {section.isVendor && section.isSet && <Remove section={section} form={form} />}
      </div>
      {/* Below the buttons, so that it does not move them. */}
      {form.outcome !== undefined && (
        <div ref={scrollIntoSight}>
          <Outcome section={section} outcome={form.outcome} />
        </div>
      )}
    </form>
  );
}

/** Fields that can be left out are shown on request. */
function isNeeded({ isRequired, isAlternative }: SettingsField): boolean {
  return isRequired || isAlternative === true;
}

/** Whether the field has a value other than its default. */
function isChosen({ values }: SettingsSection, { path, fallback }: SettingsField): boolean {
  const value = values[path];
  return value !== undefined && value !== false && value !== fallback;
}

function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

interface RemoveProps {
  readonly section: SettingsSection;
  readonly form: SectionFormState;
}

function Remove({ section, form }: RemoveProps): ReactNode {
  const { removeSection } = useWindowActions().settings;
  const { reload } = useSettings();
  const [isAsking, setIsAsking] = useState(false);
  const vendor = vendorName(section.name);
  const remove = async (): Promise<void> => {
    const removed = await removeSection({ section: section.name });
    if (removed.ok) form.clear();
    else form.fail(removed.error);
    await reload();
  };
  return (
    <>
      <Button look="discreet-danger" onPress={() => setIsAsking(true)}>
        {en.settings.remove}
      </Button>
      {isAsking && (
        <AlertDialog
          title={format(en.settings.removeTitle, { vendor })}
          confirmLabel={en.settings.remove}
          cancelLabel={en.window.cancel}
          canConfirm
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            void remove();
          }}
        >
          <p>{format(en.settings.removeBody, { vendor })}</p>
        </AlertDialog>
      )}
    </>
  );
}
