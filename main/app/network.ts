import { session } from 'electron';
import type { AppError } from '../../contract/errors';
import { createAuthorities } from '../http/authorities';
import { createRoutes } from '../http/routes';
import type { Network } from '../http/ways';
import { fetchNoDictionary } from '../security/network';

/**
 * The proxies that Chromium would use, from the system's settings, a proxy script or its own switches
 * (on Linux also `http_proxy` and the like, which it reads by itself), and the authorities that this
 * computer trusts. `onProblem` is called with what could not be read of the latter.
 */
export function createNetwork(onProblem: (problem: AppError) => void): Required<Network> {
  // The window's own session has no way out, so it does not know how the system goes out. No window
  // uses this one.
  const systemProxies = session.fromPartition('system-proxies', { cache: false });
  fetchNoDictionary(systemProxies);
  return {
    routes: createRoutes((url) => systemProxies.resolveProxy(url.href)),
    authorities: createAuthorities({ file: process.env.NODE_EXTRA_CA_CERTS, onProblem }),
  };
}
