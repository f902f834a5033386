import type { ConnectionCause } from '../../connection-cause';

interface CauseText {
  readonly message: string;
  readonly remedy: string;
}

/** The causes that Test connection reports, with their remedies. */
export const connectionCauses = {
  'host-not-found': {
    message: 'There is no server with this name.',
    remedy: 'Check the address for typos, and check whether you need a VPN.',
  },
  'connection-refused': {
    message: 'The server was found, but nothing answers on this port.',
    remedy: 'Check the port in the address. The service may also be down.',
  },
  unreachable: {
    message: 'The server cannot be reached from your network.',
    remedy: 'Check your network or VPN connection.',
  },
  timeout: {
    message: 'The server did not answer in time.',
    remedy: 'Check the address and your VPN. A firewall may be blocking the connection.',
  },
  'proxy-sign-in': {
    message: 'The proxy requires a user name and password.',
    remedy:
      'Sidetone cannot sign in to a proxy. Ask your administrator for access without a sign-in.',
  },
  'proxy-refused': {
    message: 'The proxy refused the request.',
    remedy: 'Ask your administrator to allow this address.',
  },
  'proxy-not-found': {
    message: 'The proxy cannot be reached.',
    remedy: 'Check the proxy settings of your computer.',
  },
  'not-secure': {
    message: 'Something answers on this port, but not over a secure connection.',
    remedy: 'Check the address and its port. A proxy or firewall may also be in the way.',
  },
  'certificate-untrusted': {
    message:
      'The service’s certificate was issued by an authority that this computer does not trust.',
    remedy: 'Ask your administrator to install your company’s certificate authority.',
  },
  'certificate-expired': {
    message: 'The service’s certificate has expired or is not valid yet.',
    remedy: 'Check the date on your computer. If it is correct, the certificate must be renewed.',
  },
  'certificate-name': {
    message: 'The certificate was issued for a different name than the one in the address.',
    remedy: 'Check the address. It must match the name in the certificate.',
  },
  'wrong-credentials': {
    message: 'The service answers, but does not accept the user name, password or key.',
    remedy: 'Check them before you try again: several wrong attempts can lock the account.',
  },
  forbidden: {
    message: 'The service recognizes your account, but does not give it access.',
    remedy: 'Ask your administrator to give your account access.',
  },
  'wrong-address': {
    message: 'Something answers at this address, but it is not this service.',
    remedy: 'Check every part of the address, including the port.',
  },
} satisfies Record<ConnectionCause, CauseText>;

/** The texts for wrong credentials of services whose kinds of credentials are known. */
export const wrongCredentials: Readonly<Record<string, string>> = {
  genesys: 'Genesys does not accept the user name or password.',
  telesocial: 'Telesocial does not accept the application key.',
  bandwidth: 'Bandwidth does not accept the API token or secret.',
  twilio: 'Twilio does not accept the account, API key or auth token.',
  verba: 'Verba does not accept the API key, user name or password.',
};
