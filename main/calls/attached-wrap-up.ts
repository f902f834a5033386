import type { CallOperation } from '../../contract/call-operations';
import { findAttachedWrapUp, toWrapUpData } from '../../contract/wrap-up-data';
import type { LineOperation } from './ports';
import type { StoreState } from './store';

/**
 * Adds the agent's current note and outcome to the operation that attaches them, since the window only names
 * the call. Other operations are returned unchanged.
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
