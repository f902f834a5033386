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

/** What a call that is over was, in what matters to somebody who looks for one. */
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

/** The same as an icon; the text beside it says it too. */
export function CallMark({ kind }: { readonly kind: EndedCallKind }): ReactNode {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={classNames(styles.mark, styles[kind])} />;
}
