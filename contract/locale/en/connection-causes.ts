import type { ConnectionCause } from '../../connection-cause';

interface CauseText {
  readonly words: string;
  readonly remedy: string;
}

/** The causes that Test connection reports, with their remedies. */
export const connectionCauses = {
  'host-not-found': {
    words: 'There is no computer with this name.',
    remedy: 'Check the address for a typing mistake, and whether you need a VPN.',
  },
  'connection-refused': {
    words: 'The computer was found, but nothing answers at this port.',
    remedy: 'Check the port in the address. The service may also be down.',
  },
  unreachable: {
    words: 'This computer cannot be reached from your network.',
    remedy: 'Check your network or VPN connection.',
  },
  timeout: {
    words: 'No answer came in time.',
    remedy: 'Check the address and your VPN. A firewall may block the connection.',
  },
  'proxy-sign-in': {
    words: 'The proxy requires a user name and password.',
    remedy:
      'Sidetone cannot sign in to a proxy. Ask your administrator for access without a sign-in.',
  },
  'proxy-refused': {
    words: 'The proxy does not let the request through.',
    remedy: 'Ask your administrator to allow this address.',
  },
  'proxy-not-found': {
    words: 'The proxy cannot be reached.',
    remedy: 'Check the proxy in the settings of your computer.',
  },
  'not-secure': {
    words: 'Something answers at this port, but not with a secure connection.',
    remedy: 'Check the address and its port. A proxy or firewall may also be in between.',
  },
  'certificate-untrusted': {
    words:
      'The certificate of the service comes from an authority that this computer does not trust.',
    remedy: 'Ask your administrator to install the certificate of your company’s authority.',
  },
  'certificate-expired': {
    words: 'The certificate of the service has expired or is not valid yet.',
    remedy: 'Check the date of your computer. If it is correct, the certificate must be renewed.',
  },
  'certificate-name': {
    words: 'The certificate was issued for a different name than the one in the address.',
    remedy: 'Check the address. It must be the name in the certificate.',
  },
  'wrong-credentials': {
    words: 'The service answers, but does not accept the user name, password or key.',
    remedy: 'Check them before you try again: several wrong attempts can lock the account.',
  },
  forbidden: {
    words: 'The service accepts your account, but gives it no access.',
    remedy: 'Ask your administrator to grant access to your account.',
  },
  'wrong-address': {
    words: 'Something answers at this address, but it is not this service.',
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
