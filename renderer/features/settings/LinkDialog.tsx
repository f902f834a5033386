import { useState, type ReactNode } from 'react';
import { describeError } from '../../../contract/locale/describe-error';
import { en } from '../../../contract/locale/en';
import { vendorName } from '../../../contract/locale/vendor-name';
import type { FieldMistake, OpenedLink, SettingsSection } from '../../../contract/settings';
import { useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { Name, Sentence } from '../../ui/Name';
import { fieldText, toTyped } from './field-text';
import { Mistakes } from './Mistakes';
import { ErrorMessage } from './Outcome';
import shared from './Settings.module.css';
import styles from './LinkDialog.module.css';

type Proposal = Extract<OpenedLink, { kind: 'proposal' }>;

/**
 * The dialog for a link: a proposed profile to accept or reject, or why the link cannot be used.
 */
export function LinkDialog({ link }: { readonly link: OpenedLink }): ReactNode {
  return link.kind === 'proposal' ? (
    <ProposalDialog proposal={link} />
  ) : (
    <RefusedDialog mistakes={link.mistakes} />
  );
}

function RefusedDialog({ mistakes }: { readonly mistakes: readonly FieldMistake[] }): ReactNode {
  const { closeDialog } = useWindowActions();
  return (
    <Dialog
      title={en.links.refusedTitle}
      answers={[]}
      cancelLabel={en.links.close}
      onCancel={closeDialog}
    >
      <Mistakes title={en.links.refused} mistakes={mistakes} />
    </Dialog>
  );
}

function ProposalDialog({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { closeDialog, settings } = useWindowActions();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ReactNode>();
  const { name, text, sections, isUsedAtOnce } = proposal;

  async function accept(): Promise<void> {
    setIsBusy(true);
    const answer = await settings.acceptProfile({ name, text });
    setIsBusy(false);
    if (!answer.ok) {
      setProblem(<ErrorMessage lines={describeError(answer.error, { hasCodes: true })} />);
    } else if (answer.value.kind === 'invalid') {
      setProblem(<Mistakes mistakes={answer.value.mistakes} />);
    } else {
      closeDialog();
    }
  }

  return (
    <Dialog
      title={<Sentence text={en.links.proposalTitle} values={{ name }} />}
      answers={[{ label: en.links.accept, isDisabled: isBusy, onPress: () => void accept() }]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
      isFilledIn
    >
      <p>{en.links.proposalBody}</p>
      {sections.map((section) => (
        <ProposedSection key={section.name} section={section} />
      ))}
      <p className={shared.detail}>
        {isUsedAtOnce ? en.links.proposalSecrets : en.links.proposalLater}
      </p>
      {problem}
    </Dialog>
  );
}

/** All values, including the addresses, so that the agent can judge every one. */
function ProposedSection({ section }: { readonly section: SettingsSection }): ReactNode {
  const { name, isVendor, fields, values } = section;
  const set = fields.filter(({ path }) => values[path] !== undefined && values[path] !== false);
  return (
    <section className={shared.form} aria-label={titleOf(name, isVendor)}>
      <h3 className={shared.pageTitle}>{titleOf(name, isVendor)}</h3>
      <dl className={styles.facts}>
        {set.map((field) => {
          const { label, choices = {} } = fieldText(name, field.path);
          const value = values[field.path];
          const typed = value === true ? en.links.yes : toTyped(field, value);
          return (
            <div key={field.path}>
              <dt>{label}</dt>
              <dd>
                <Name text={choices[typed] ?? typed} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function titleOf(name: string, isVendor: boolean): string {
  if (isVendor) return vendorName(name);
  return name === 'history' ? en.settings.history : en.settings.pages.agent;
}
