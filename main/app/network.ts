import type { Session } from 'electron';
import type { AppError } from '../../contract/errors';
import { createAuthorities } from '../http/authorities';
import { createRoutes } from '../http/routes';
import type { Network } from '../http/ways';

/**
 * The proxies that Chromium would use, from the system's settings, a proxy script or its own switches
 * (on Linux also `http_proxy` and the like, which it reads by itself), and the authorities that this
 * computer trusts. `onProblem` is told what of the latter could not be read.
 */
export function createNetwork(
  session: Session,
  onProblem: (problem: AppError) => void,
): Required<Network> {
  return {
    routes: createRoutes((url) => session.resolveProxy(url.href)),
    authorities: createAuthorities({ file: process.env.NODE_EXTRA_CA_CERTS, onProblem }),
  };
}
