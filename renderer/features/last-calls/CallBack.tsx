import type { ReactNode } from 'react';
import type { Dialed } from '../../actions/last-call-actions';
import { useCallBack } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';

interface CallBackProps extends Dialed {
  /** What the button is called, with `{name}` in it. */
  readonly label?: string;
}

/** The button that calls somebody; not there where nothing can be dialed. */
export function CallBack({ label, ...dialed }: CallBackProps): ReactNode {
  return <ActionButton action={useCallBack(dialed, label)} look="icon" isIconOnly />;
}
