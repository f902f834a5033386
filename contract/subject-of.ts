import type { CallOperation } from './call-operations';

/**
 * Distinguishes an operation from others of the same kind on the same call or participant, such as
 * the number to add.
 */
export function subjectOf(operation: CallOperation): string | undefined {
  if ('address' in operation) return operation.address;
  if ('key' in operation) return operation.key;
  return 'toCallId' in operation ? operation.toCallId : undefined;
}
