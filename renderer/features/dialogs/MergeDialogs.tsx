import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { CallName, Sentence } from '../../ui/Name';
import { ConfirmDialog } from './EndDialogs';
import { useCanComplete } from './use-reason';

interface TwoCallsProps {
  readonly call: Call;
  readonly other: Call;
}

/** Asks for confirmation before merging two calls that are not a consultation. */
export function MergeDialog({ call, other }: TwoCallsProps): ReactNode {
  return (
    <ConfirmDialog
      call={call}
      operation={{ kind: 'complete-conference', callId: call.id, otherCallId: other.id }}
      isPossible={useCanComplete(call, other, 'complete-conference')}
      title={en.actions.mergeTitle}
      confirmLabel={en.commands['complete-conference'].name}
      body={<Sentence text={en.actions.mergeBody} values={namesOf(call, other)} />}
      notPossible={en.actions.mergeNotPossible}
      isHarmless
    />
  );
}

/**
 * Asks for confirmation before connecting the parties of two calls that are not a consultation.
 */
export function JoinDialog({ call, other }: TwoCallsProps): ReactNode {
  const names = namesOf(call, other);
  return (
    <ConfirmDialog
      call={call}
      operation={{ kind: 'complete-transfer', callId: call.id, otherCallId: other.id }}
      isPossible={useCanComplete(call, other, 'complete-transfer')}
      title={<Sentence text={en.actions.joinTitle} values={names} />}
      confirmLabel={en.actions.transfer}
      body={<Sentence text={en.actions.joinBody} values={names} />}
      notPossible={en.actions.joinNotPossible}
      isHarmless
    />
  );
}

function namesOf(call: Call, other: Call): Readonly<Record<'one' | 'other', ReactNode>> {
  return { one: <CallName call={call} />, other: <CallName call={other} /> };
}
