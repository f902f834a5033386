import {
  NotebookPen,
  Phone,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  SquareMousePointer,
  UserMinus,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../../contract/history';
import { describeHistory } from '../../../contract/locale/describe-history';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { classNames } from '../../ui/class-names';
import { formatElapsed, formatMinuteOfDay } from '../../ui/clock';
import { Button } from '../../ui/Button';
import { WithNumbers } from '../../ui/Numbers';
import { WrapUpSummary } from '../wrap-up/WrapUpSummary';
import { CallBack } from '../last-calls/CallBack';
import styles from './HistoryRow.module.css';

const ICONS = {
  call: Phone,
  inbound: PhoneIncoming,
  outbound: PhoneOutgoing,
  missed: PhoneMissed,
  joined: UserPlus,
  left: UserMinus,
  command: SquareMousePointer,
} satisfies Record<string, LucideIcon>;

/** The maximum number of displayed names. All of them can be searched and exported. */
const MAX_NAMES = 12;

export type CallEntry = Extract<HistoryEntry, { kind: 'call' }>;

interface HistoryRowProps {
  readonly entry: HistoryEntry;
  /** Called to edit the note and outcome of this call. */
  readonly onWrite: (entry: CallEntry) => void;
}

/** An entry: time, kind, people and result. */
export function HistoryRow({ entry, onWrite }: HistoryRowProps): ReactNode {
  const { what, who, direction, about, outcome, ended, why } = describeHistory(entry, MAX_NAMES);
  const length = ended || describeLength(entry);
  const isCall = entry.kind === 'call';
  const Icon = ICONS[kindOf(entry)];
  return (
    <li className={classNames(styles.row, isCall && styles.isCall)}>
      <time className={styles.time} dateTime={new Date(entry.at).toISOString()}>
        {formatMinuteOfDay(entry.at)}
      </time>
      <Icon aria-hidden className={styles.icon} />
      <span className={styles.words}>
        {/* The icon and the direction say it as well. */}
        <span className={isCall && direction !== '' ? 'visually-hidden' : styles.what}>
          <WithNumbers text={what} />
        </span>
        {who !== '' && (
          <span className={styles.who}>
            <WithNumbers text={who} />
          </span>
        )}
        {(direction !== '' || about !== '') && (
          <span className={styles.why}>
            <WithNumbers text={[direction, about].filter(Boolean).join(' · ')} />
          </span>
        )}
        {why !== '' && (
          <span className={styles.why}>
            <WithNumbers text={why} />
          </span>
        )}
        {entry.kind === 'call' && entry.wrapUp !== undefined && (
          <WrapUpSummary wrapUp={entry.wrapUp} />
        )}
      </span>
      <span className={styles.became}>
        {outcome !== '' && (
          <span className={classNames(styles.outcome, toneOf(entry))}>{outcome}</span>
        )}
        {length !== '' && (
          <span className={styles.length}>
            <WithNumbers text={length} />
          </span>
        )}
      </span>
      {isCall && (
        <span className={styles.actions}>
          <Button
            look="icon"
            icon={<NotebookPen />}
            label={format(en.wrapUp.edit, { name: nameCall(entry) })}
            onPress={() => onWrite(entry)}
          />
          <CallBack name={nameCall(entry)} address={entry.address} />
        </span>
      )}
    </li>
  );
}

/** The other party of a call, shortened. */
export function nameCall({ caller, parties }: CallEntry): string {
  return caller ?? parties[0] ?? '';
}

function describeLength(entry: HistoryEntry): string {
  if (entry.kind !== 'call' || entry.seconds === undefined || !entry.wasAnswered) return '';
  return format(en.history.lasted, { time: formatElapsed(entry.seconds) });
}

function kindOf(entry: HistoryEntry): keyof typeof ICONS {
  switch (entry.kind) {
    case 'call':
      return entry.isMissed === true ? 'missed' : (entry.direction ?? 'call');
    case 'roster':
      return entry.joined.length > 0 ? 'joined' : 'left';
    case 'command':
      return 'command';
  }
}

function toneOf(entry: HistoryEntry): string | undefined {
  if (entry.kind === 'call') return entry.wasAnswered ? undefined : styles.missed;
  return entry.kind === 'command' ? styles[entry.outcome] : undefined;
}
