import {
  CircleDot,
  CirclePause,
  CircleQuestionMark,
  Hourglass,
  MicOff,
  Phone,
  PhoneIncoming,
  PhoneOff,
  PhoneOutgoing,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallState } from '../../contract/call-model';
import { classNames } from './class-names';
import styles from './StateMark.module.css';

export type MarkTone = CallState | 'muted' | 'recording' | 'paused';

const ICONS: Record<MarkTone, LucideIcon> = {
  waiting: Hourglass,
  dialing: PhoneOutgoing,
  ringing: PhoneIncoming,
  established: Phone,
  held: CirclePause,
  ended: PhoneOff,
  unknown: CircleQuestionMark,
  muted: MicOff,
  recording: CircleDot,
  paused: CirclePause,
};

export interface StateMarkProps {
  readonly tone: MarkTone;
  readonly text: string;
  /** Without a background, for several marks next to each other. */
  readonly isPlain?: boolean;
  /** Shows the text only to screen readers and in the tooltip. */
  readonly isIconOnly?: boolean;
}

/** A state shown by color, icon and text. */
export function StateMark(props: StateMarkProps): ReactNode {
  const { tone, text, isPlain = false, isIconOnly = false } = props;
  const Icon = ICONS[tone];
  return (
    <span className={classNames(styles.mark, styles[tone], isPlain && styles.isPlain)} title={text}>
      <Icon aria-hidden />
      <span className={isIconOnly ? 'visually-hidden' : styles.text}>{text}</span>
    </span>
  );
}
