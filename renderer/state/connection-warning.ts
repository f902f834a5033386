import type { Connection } from '../../contract/snapshot';

/**
 * Whether a connection works, but needs the agent to act. Being signed in more than once is only mentioned in the list
 * of services: updates may be a few seconds late.
 */
export function hasWarning({ state, reason }: Connection): boolean {
  return state === 'connected' && reason !== undefined && reason.code !== 'multiple-clients';
}
