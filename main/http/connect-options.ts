import tls, { type PeerCertificate, type SecureContext } from 'node:tls';

/** How long a connection may take to stand, TLS and the proxy's consent included each, in ms. */
export const CONNECT_TIMEOUT_MS = 10_000;

/**
 * How long one address of a host is tried before the next, in ms. Node gives up an attempt for good when
 * this is over, so its own 250 ms would make a host behind a slow network unreachable (nodejs/node#54359).
 */
const ADDRESS_TIMEOUT_MS = 1_500;

/** Stated in code, so that neither `NODE_OPTIONS` nor another default of the runtime lowers it. */
export const MIN_TLS_VERSION = 'TLSv1.2';

/** The same for every connection: direct, to a proxy, and through its tunnel. */
export function createConnectOptions(secureContext: SecureContext | undefined) {
  return {
    timeout: CONNECT_TIMEOUT_MS,
    // "Happy Eyeballs" (RFC 8305). Set here, as `NODE_OPTIONS` can switch it off.
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
    // Set here, so that no variable of the environment can say otherwise.
    rejectUnauthorized: true,
    minVersion: MIN_TLS_VERSION,
    checkServerIdentity,
    ...(secureContext && { secureContext }),
  } as const;
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
