import type { Command } from '../../contract/commands';
import type { Plan } from './command-plan';
import type { RefreshScope } from './store';

/** The key of a command: equal for two commands that do the same to the same target. */
export function keyOf(
  command: Pick<Command, 'action' | 'callId' | 'participantId' | 'subject'>,
): string {
  return [command.action, command.callId, command.participantId, command.subject].join('\n');
}

/** The command of a plan, without its outcome. */
export function describePlan(plan: Plan, id: string): Omit<Command, 'outcome'> {
  return {
    id,
    action: plan.action,
    target: plan.target,
    ...(plan.callId !== undefined && { callId: plan.callId }),
    ...(plan.participantId !== undefined && { participantId: plan.participantId }),
    ...(plan.subject !== undefined && { subject: plan.subject }),
  };
}

/** The recorder's answer to a deletion. */
export function describeValue(value: Command['deletion'] | null): Pick<Command, 'deletion'> {
  return value === null || value === undefined ? {} : { deletion: value };
}

/** Whether a refresh covers this scope. */
export function covers(read: RefreshScope, wanted: RefreshScope): boolean {
  return read.line === wanted.line && (read.callId === undefined || read.callId === wanted.callId);
}
