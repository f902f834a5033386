import tls, { type PeerCertificate, type SecureContext } from 'node:tls';
import { openSocket } from './open-socket';
import type { buildConnector } from './undici-runtime';

/** How long a connection may take to stand, TLS and the proxy's consent included each, in ms. */
export const CONNECT_TIMEOUT_MS = 10_000;

/** Stated in code, so that neither `NODE_OPTIONS` nor another default of the runtime lowers it. */
export const MIN_TLS_VERSION = 'TLSv1.2';

/** The same for every TLS connection: direct, to a proxy, and through its tunnel. */
export function createTlsOptions(secureContext: SecureContext | undefined) {
  return {
    timeout: CONNECT_TIMEOUT_MS,
    // Set here, so that no variable of the environment can say otherwise.
    rejectUnauthorized: true,
    minVersion: MIN_TLS_VERSION,
    checkServerIdentity,
    ...(secureContext && { secureContext }),
  } as const;
}

/** Connects to a host by whichever of its addresses answers, then has undici speak TLS where that is asked. */
export function createConnector(secure: buildConnector.connector): buildConnector.connector {
  return (target, callback) => {
    const isSecure = target.protocol === 'https:';
    const port = Number(target.port) || (isSecure ? 443 : 80);
    openSocket(target.hostname, port, CONNECT_TIMEOUT_MS).then(
      (httpSocket) => {
        if (isSecure) secure({ ...target, httpSocket }, callback);
        else callback(null, httpSocket);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

/**
 * A certificate counts for the names in its subjectAltName alone (RFC 9525, section 2). Node takes the
 * common name where that has no host name; browsers do not.
 */
function checkServerIdentity(host: string, certificate: PeerCertificate): Error | undefined {
  return tls.checkServerIdentity(host, {
    ...certificate,
    subject: { ...certificate.subject, CN: '' },
  });
}
