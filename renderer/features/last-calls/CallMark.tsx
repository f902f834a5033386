import {
  MessagesSquare,
  Phone,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names';
import styles from './LastCalls.module.css';

/** The kind of an ended call. */
export type EndedCallKind =
  'incoming' | 'outgoing' | 'missed' | 'unanswered' | 'telephone' | 'room';

const ICONS: Record<EndedCallKind, LucideIcon> = {
  incoming: PhoneIncoming,
  outgoing: PhoneOutgoing,
  missed: PhoneMissed,
  unanswered: PhoneOutgoing,
  telephone: Phone,
  room: MessagesSquare,
};

/** The icon of that kind, shown next to its text. */
export function CallMark({ kind }: { readonly kind: EndedCallKind }): ReactNode {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={classNames(styles.mark, styles[kind])} />;
}
