import type { CallOperation } from '../../contract/call-operations';
import { findAttachedWrapUp, toWrapUpData } from '../../contract/wrap-up-data';
import type { LineOperation } from './ports';
import type { StoreState } from './store';

/**
 * Adds what the agent has written down to the operation that attaches it, as it is at this moment: the
 * window only names the call. Other operations stay as they are.
 */
export function withWrapUp(
  operation: CallOperation,
  { calls, wrapUps }: Pick<StoreState, 'calls' | 'wrapUps'>,
): LineOperation {
  if (operation.kind !== 'attach-wrap-up') return operation;
  const call = calls.known.get(operation.callId);
  const wrapUp = wrapUps.get(operation.callId);
  if (call === undefined || wrapUp === undefined) return { ...operation, data: {} };
  return {
    ...operation,
    data: toWrapUpData(call, wrapUp),
    replacesData: findAttachedWrapUp(call, wrapUp) !== 'none',
  };
}
