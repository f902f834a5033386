import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';
import { createDelay } from '../shared/backoff';
import type { Session } from './session';

const END_TIMEOUT_MS = 3_000;

const LOGGED_OUT = 'LoggedOut';

/** The contact-center session that Sidetone manages for the agent. */
export interface ContactCenter {
  /**
   * Starts it for voice at the agent's default place (doc:StartContactCenterSession). Sent once for each
   * sign-in, and when the agent tries again. Resolves to the failure, if any. Calls that another desktop handles
   * are shown in any case.
   */
  begin(session: Session): Promise<AppError | undefined>;
  /**
   * Ends it, if it was begun (doc:EndContactCenterSession). The server also ends the HTTP session, so this
   * must be the last request.
   * The timeout keeps a server that does not answer from delaying the app's exit.
   */
  end(session: Session): Promise<void>;
}

export function createContactCenter(clock: Clock): ContactCenter {
  let hasBegun = false;

  return {
    async begin(session) {
      const isAgain = hasBegun;
      hasBegun = true;
      // The contact-center session outlives the HTTP session. Starting it again would log in the agent again,
      // and could set an agent to ready who has chosen not to be.
      if (isAgain && (await isLoggedIn(session))) return undefined;
      const reply = await session.operate('/me', {
        operationName: 'StartContactCenterSession',
        channels: ['voice'],
      });
      if (reply.kind === 'done') return undefined;
      // A session that was never started may be another desktop's, so it must not be ended.
      if (reply.kind === 'failed') hasBegun = isAgain;
      return toSessionError(reply.error);
    },
    async end(session) {
      if (!hasBegun) return;
      const timeout = createDelay(clock);
      const ended = session.operate('/me', { operationName: 'EndContactCenterSession' });
      void ended.finally(() => timeout.end());
      await timeout.wait(END_TIMEOUT_MS);
    },
  };
}

/** False if it is not known, because an agent who is not logged in gets no calls. */
async function isLoggedIn(session: Session): Promise<boolean> {
  const read = await session.fetchDevices();
  return (
    read.kind === 'fetched' &&
    read.devices.some(({ userState }) => (userState?.state ?? LOGGED_OUT) !== LOGGED_OUT)
  );
}

/** No call is involved, so a refusal means that the account lacks the permission. */
function toSessionError(error: AppError): AppError {
  return error.code === 'not-allowed' ? { ...error, code: 'forbidden' } : error;
}
