import { PhoneOutgoing } from 'lucide-react';
import type { ReactNode } from 'react';
import { whyNoDialing } from '../../../contract/actions/dialing';
import { canDial } from '../../../contract/find-lines';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { dial } from '../../state/requests';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';

interface CallBackProps {
  readonly name: string;
  /** Not there for those who cannot be called. */
  readonly address: string | undefined;
  /** What the button is called, with `{name}` in it. */
  readonly label?: string;
}

/** The button that calls somebody back; not there where nothing can be dialed. */
export function CallBack({
  name,
  address,
  label = en.lastCalls.callBack,
}: CallBackProps): ReactNode {
  const { send } = useWindowActions();
  const isOffered = useSnapshot(canDial) ?? false;
  const reason = useSnapshot(whyNoDialing);
  const request = dial(address ?? '');
  const isBusy = useIsUnderWay(request);
  return address === undefined || !isOffered ? null : (
    <Button
      look="icon"
      icon={<PhoneOutgoing />}
      label={format(label, { name })}
      isBusy={isBusy}
      reason={reason}
      onPress={() => send(request, name)}
    />
  );
}
