import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { isConsultation } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { lineTexts } from '../../../contract/locale/line-texts';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import { initialsOf } from '../../ui/initials';
import { CallName } from '../../ui/Name';
import { AboutCall } from './AboutCall';
import styles from './CallIdentity.module.css';

/** How long the button shows "Copied", in ms. */
const COPIED_MS = 1_500;

/** The other party and the reason for the call. */
export function CallIdentity({ call }: { readonly call: Call }): ReactNode {
  const { name } = call.identity;
  const copyable = findNumber(call);
  return (
    <div className={styles.identity}>
      <span className={styles.initials} aria-hidden>
        {initialsOf(name)}
      </span>
      <div className={styles.who}>
        <h2 className={styles.name} title={name}>
          <CallName call={call} />
        </h2>
        <AboutCall className={styles.about} call={call} otherwise={describeKind(call)} />
      </div>
      {copyable !== undefined && <CopyButton key={copyable} number={copyable} />}
    </div>
  );
}

function describeKind(call: Call): string {
  return isConsultation(call) ? en.actions.consultation : lineTexts(call.line).title;
}

/** The telephone number of the other party, if there is one. */
function findNumber({ identity, participants }: Call): string | undefined {
  const [only, ...others] = participants;
  const known = identity.number ?? (others.length === 0 ? (only?.number ?? only?.name) : undefined);
  return known !== undefined && /^[+(]?\d[\d\s().\-/]*$/.test(known) ? known : undefined;
}

function CopyButton({ number }: { readonly number: string }): ReactNode {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) {
      return;
    }
    const timeout = setTimeout(() => setIsCopied(false), COPIED_MS);
    return () => clearTimeout(timeout);
  }, [isCopied]);
  return (
    <Button
      look="quiet"
      icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      label={isCopied ? en.actions.copied : en.actions.copyNumber}
      onPress={() => setIsCopied(copyText(number))}
    />
  );
}
