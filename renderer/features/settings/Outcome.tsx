import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeTestFailure } from '../../../contract/locale/describe-test-failure';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { vendorName } from '../../../contract/locale/vendor-name';
import type { SettingsSection } from '../../../contract/settings';
import { describeError } from '../../../contract/locale/describe-error';
import { findMistake } from './field-text';
import { Mistakes } from './Mistakes';
import styles from './Outcome.module.css';
import shared from './Settings.module.css';
import type { FormOutcome } from './use-section-form';

interface OutcomeProps {
  readonly section: SettingsSection;
  readonly outcome: FormOutcome;
}

/** The result of saving or testing a form. */
export function Outcome({ section, outcome }: OutcomeProps): ReactNode {
  const vendor = vendorName(section.name);
  switch (outcome.kind) {
    case 'saved':
      return <SuccessMessage text={en.settings.saved} />;
    case 'connected':
      return <SuccessMessage text={format(en.settings.connected, { vendor })} />;
    case 'removed':
      return <SuccessMessage text={en.settings.removed} />;
    case 'invalid': {
      const elsewhere = outcome.mistakes.filter(
        (mistake) => !section.fields.some(({ path }) => findMistake([mistake], section.name, path)),
      );
      return elsewhere.length === 0 ? (
        <ErrorMessage lines={[outcome.wasTested ? en.settings.notTested : en.settings.invalid]} />
      ) : (
        <Mistakes mistakes={elsewhere} />
      );
    }
    case 'not-connected': {
      const { message, remedy, detail } = describeTestFailure(outcome.error);
      return <ErrorMessage lines={[message, remedy]} detail={detail} />;
    }
    case 'failed':
      return <ErrorMessage lines={describeError(outcome.error, { hasCodes: true })} />;
  }
}

function SuccessMessage({ text }: { readonly text: string }): ReactNode {
  return (
    <p role="status" className={styles.good}>
      <CircleCheck aria-hidden />
      <span>{text}</span>
    </p>
  );
}

interface ErrorMessageProps {
  readonly lines: readonly string[];
  readonly detail?: string | undefined;
}

/** The error and its remedy. */
export function ErrorMessage({ lines: [first, ...rest], detail }: ErrorMessageProps): ReactNode {
  return (
    <div role="alert" className={styles.bad}>
      <CircleAlert aria-hidden />
      <div>
        <p>
          <strong>{first}</strong>
        </p>
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {detail !== undefined && (
          <p className={shared.detail}>{format(en.window.errorDetail, { detail })}</p>
        )}
      </div>
    </div>
  );
}
