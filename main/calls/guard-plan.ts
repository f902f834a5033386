import type { AppError } from '../../contract/errors';
import { attempt, type ReportError } from './attempt';
import type { Plan } from './command-plan';

const INTERNAL: AppError = { code: 'internal' };

/** The plan with errors thrown by its parts turned into outcomes of the command. */
export function guardPlan(plan: Plan, onError: ReportError): Plan {
  const { send, refresh, findOut } = plan;
  return {
    ...plan,
    send: () => sendGuarded(send, onError),
    refresh: () => attempt(refresh, onError),
    ...(findOut && { findOut: () => guardFindOut(findOut, onError) }),
  };
}

function sendGuarded(send: Plan['send'], onError: ReportError): ReturnType<Plan['send']> {
  try {
    return send().catch((error: unknown) => {
      onError(error);
      // The request may already have been sent.
      return { kind: 'unknown', error: INTERNAL };
    });
  } catch (error) {
    onError(error);
    return Promise.resolve({ kind: 'failed', error: INTERNAL });
  }
}

async function guardFindOut(
  findOut: NonNullable<Plan['findOut']>,
  onError: ReportError,
): ReturnType<NonNullable<Plan['findOut']>> {
  try {
    return await findOut();
  } catch (error) {
    onError(error);
    return undefined;
  }
}
