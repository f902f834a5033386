import tls, { type PeerCertificate, type SecureContext } from 'node:tls';

/** The time limit for connecting, for the TLS handshake and for the proxy's answer, each in ms. */
export const CONNECT_TIMEOUT_MS = 10_000;

/**
 * How long one address of a host is tried before the next, in ms. Node then abandons that attempt, so its
 * default of 250 ms would make a host on a slow network unreachable (nodejs/node#54359).
 */
const ADDRESS_TIMEOUT_MS = 1_500;

/** Set explicitly, so that neither `NODE_OPTIONS` nor a runtime's default lowers it. */
export const MIN_TLS_VERSION = 'TLSv1.2';

/** The same for every connection: direct, to a proxy, and through its tunnel. */
export function createConnectOptions(secureContext: SecureContext | undefined) {
  return {
    timeout: CONNECT_TIMEOUT_MS,
    // "Happy Eyeballs" (RFC 8305). Set here, as `NODE_OPTIONS` can switch it off.
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
    // Set explicitly, so that no environment variable can turn it off.
    rejectUnauthorized: true,
    minVersion: MIN_TLS_VERSION,
    checkServerIdentity,
    ...(secureContext && { secureContext }),
  } as const;
}

/**
 * Accepts only the names in a certificate's subjectAltName (RFC 9525, section 2). Node falls back to the
 * common name if there are none; browsers don't.
 */
function checkServerIdentity(host: string, certificate: PeerCertificate): Error | undefined {
  return tls.checkServerIdentity(host, {
    ...certificate,
    subject: { ...certificate.subject, CN: '' },
  });
}
