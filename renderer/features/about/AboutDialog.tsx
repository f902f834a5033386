import { useEffect, useState, type ReactNode } from 'react';
import type { About } from '../../../contract/about';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { Result } from '../../../contract/result';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import styles from './About.module.css';

/** The purpose of Sidetone, its version and its licenses. */
export function AboutDialog(): ReactNode {
  const isOpen = useWindowState((state) => state.dialog?.kind === 'about');
  return isOpen ? <OpenAbout /> : null;
}

function OpenAbout(): ReactNode {
  const { getAbout, closeDialog } = useWindowActions();
  const [answer, setAnswer] = useState<Result<About>>();
  useEffect(() => {
    void getAbout().then(setAnswer);
  }, [getAbout]);
  return (
    <Dialog title={en.about.open} answers={[]} cancelLabel={en.about.close} onCancel={closeDialog}>
      <p>{en.about.purpose}</p>
      {answer === undefined && <p role="status">{en.about.loading}</p>}
      {answer?.ok === false && <p role="alert">{en.about.notFound}</p>}
      {answer?.ok === true && <Licenses about={answer.value} />}
    </Dialog>
  );
}

function Licenses({ about }: { readonly about: About }): ReactNode {
  return (
    <>
      <p>{format(en.about.version, { version: about.version })}</p>
      <License summary={en.about.ownLicense} text={about.license} />
      <section aria-label={en.about.thirdParties}>
        <h3 className={styles.heading}>{en.about.thirdParties}</h3>
        <ul className={styles.list}>
          {about.thirdParties.map(({ name, version, license, text }) => (
            <li key={`${name} ${version}`}>
              <License
                summary={format(en.about.thirdParty, { name, version, license }).replace('  ', ' ')}
                text={text}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface LicenseProps {
  readonly summary: string;
  readonly text: string;
}

function License({ summary, text }: LicenseProps): ReactNode {
  return (
    <details>
      <summary>{summary}</summary>
      <pre className={styles.text}>{text}</pre>
    </details>
  );
}
