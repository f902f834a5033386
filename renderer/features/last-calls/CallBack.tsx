import type { ReactNode } from 'react';
import type { Dialed } from '../../actions/last-call-actions';
import { useCallBack } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';

interface CallBackProps extends Dialed {
  /** The label of the button, with the placeholder `{name}`. */
  readonly label?: string;
}

/** A button that calls somebody. Not shown if nothing can be dialed. */
export function CallBack({ label, ...dialed }: CallBackProps): ReactNode {
  return <ActionButton action={useCallBack(dialed, label)} look="icon" isIconOnly />;
}
