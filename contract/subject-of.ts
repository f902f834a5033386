import type { CallOperation } from './call-operations';

/** What distinguishes an operation from others of its kind on the same call or participant, such as the number that is added. */
export function subjectOf(operation: CallOperation): string | undefined {
  if ('address' in operation) return operation.address;
  if ('key' in operation) return operation.key;
  return 'toCallId' in operation ? operation.toCallId : undefined;
}
