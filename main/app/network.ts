import { session } from 'electron';
import type { AppError } from '../../contract/errors';
import { createCaCertificates } from '../http/ca-certificates';
import { createRoutes } from '../http/routes';
import type { Network } from '../http/connection-pool';
import { fetchNoDictionary } from '../security/network';

/**
 * The proxies that Chromium would use, from the system's settings, a proxy script or its own
 * switches (on Linux also `http_proxy` and the like), and the CA certificates that this computer
 * trusts.
 *
 * @param onProblem called if certificates could not be read
 */
export function createNetwork(onProblem: (problem: AppError) => void): Required<Network> {
  // The window's session has no network access and so cannot resolve proxies. No window uses this one.
  const systemProxies = session.fromPartition('system-proxies', { cache: false });
  fetchNoDictionary(systemProxies);
  return {
    routes: createRoutes((url) => systemProxies.resolveProxy(url.href)),
    caCertificates: createCaCertificates({ file: process.env.NODE_EXTRA_CA_CERTS, onProblem }),
  };
}
