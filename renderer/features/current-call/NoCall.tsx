import { PhoneCall, PhoneOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeNoCall } from '../../../contract/locale/describe-no-call';
import { en } from '../../../contract/locale/en';
import { nameLostService, whyNoCall, type WhyNoCall } from '../../../contract/why-no-call';
import { useSnapshot } from '../../state/window-context';
import { Sentence } from '../../ui/Name';
import styles from './NoCall.module.css';

/** Says that there is no call, or why calls cannot be shown. */
export function NoCall(): ReactNode {
  const why = useSnapshot(whyNoCall) ?? 'no-call';
  const Icon = why === 'no-call' ? PhoneCall : PhoneOff;
  return (
    <div className={styles.empty}>
      <Icon aria-hidden />
      <h2>{describeNoCall(why)}</h2>
      <Hint why={why} />
    </div>
  );
}

function Hint({ why }: { readonly why: WhyNoCall }): ReactNode {
  const name = useSnapshot((snapshot) => snapshot.agentName) ?? '';
  const vendor = useSnapshot(nameLostService) ?? '';
  switch (why) {
    case 'not-set-up':
      // The setup screen below says what to do.
      return null;
    case 'no-line':
      return <p>{en.window.noServiceHint}</p>;
    case 'no-connection':
      return (
        <p>
          <Sentence text={en.window.notConnectedHint} values={{ vendor }} />
        </p>
      );
    case 'no-call':
      return name === '' ? null : (
        <p>
          <Sentence text={en.window.noCallHint} values={{ name }} />
        </p>
      );
  }
}
