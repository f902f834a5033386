import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { isTelephoneCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { lineTexts } from '../../../contract/locale/line-texts';
import { useSnapshot } from '../../state/window-context';
import { CallName, Sentence } from '../../ui/Name';
import styles from './Dialogs.module.css';

/**
 * Names the call that a dialog is about while there are several, since the window may show another
 * one by the time the dialog is answered.
 */
export function TargetCall({ call }: { readonly call: Call }): ReactNode {
  const isOneOfSeveral = useSnapshot(({ calls }) =>
    calls.some(({ id, state }) => id !== call.id && state !== 'ended'),
  );
  const isTelephone = useSnapshot((snapshot) => isTelephoneCall(snapshot, call));
  if (isOneOfSeveral !== true) return null;
  return (
    <p className={styles.about}>
      {isTelephone === true ? (
        <Sentence text={en.actions.callWith} values={{ name: <CallName call={call} /> }} />
      ) : (
        <Sentence
          text={en.actions.detailOfRoom}
          values={{ line: lineTexts(call.line).title, id: call.reference }}
        />
      )}
    </p>
  );
}
