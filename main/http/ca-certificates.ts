import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import tls, { type SecureContext } from 'node:tls';
import type { AppError } from '../../contract/errors';
import { MIN_TLS_VERSION } from './connect-options';

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificate authorities whose certificates are accepted. */
export interface CaCertificates {
  /** Loaded once, on the first call; undefined if there are only the runtime's certificates. */
  load(): Promise<SecureContext | undefined>;
}

export interface CaCertificatesOptions {
  /** The runtime's certificates, as PEM. */
  readonly bundled?: readonly string[];
  /** A PEM file with additional certificates: `NODE_EXTRA_CA_CERTS`. */
  readonly file?: string | undefined;
  /**
   * The certificates that this computer trusts, as PEM; by default from the system's store, if the
   * runtime can read it.
   */
  readonly readStore?: () => readonly string[];
  /** Called with certificates that could not be read. All others are used. */
  readonly onProblem: (problem: AppError) => void;
}

/**
 * Combines the runtime's CA certificates with those of the system's store and of a file. A packaged
 * Electron app reads neither of the latter two by itself.
 */
export function createCaCertificates(options: CaCertificatesOptions): CaCertificates {
  const { bundled = tls.rootCertificates, readStore = readSystemStore, file, onProblem } = options;
  let loaded: Promise<SecureContext | undefined> | undefined;

  function report(detail: string): void {
    onProblem({ code: 'bad-input', detail });
  }

  function readSystem(): readonly string[] {
    try {
      return readStore();
    } catch {
      report('the certificates that this computer trusts cannot be read');
      return [];
    }
  }

  async function readExtra(): Promise<readonly string[]> {
    if (file === undefined || file === '') return [];
    const text = await readFile(file, 'utf8').catch(() => '');
    const blocks = text.match(PEM_BLOCK) ?? [];
    // OpenSSL would silently skip a certificate that it cannot parse.
    const usable = blocks.filter(isCertificate);
    if (usable.length === 0 || usable.length < blocks.length) {
      report(`NODE_EXTRA_CA_CERTS: ${file} cannot be read, or not all of it`);
    }
    return usable;
  }

  async function build(): Promise<SecureContext | undefined> {
    const more = [...(await readExtra()), ...readSystem()];
    if (more.length === 0) return undefined;
    // Built once and without duplicates: the system's store also has the runtime's certificates, often
    // several times, and parsing hundreds for each connection would be noticeable.
    const all = new Map([...bundled, ...more].map((pem) => [pem.replaceAll(/\s/g, ''), pem]));
    // A connection with a secure context takes the version from it, not from its own options.
    return tls.createSecureContext({ ca: [...all.values()], minVersion: MIN_TLS_VERSION });
  }

  return {
    load: () => {
      loaded ??= build();
      return loaded;
    },
  };
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

/** Node can read the store since 22.15; the test runtime (Electron 33) has 20.18. */
function readSystemStore(): readonly string[] {
  const runtime: {
    readonly rootCertificates: readonly string[];
    getCACertificates?(type: 'system'): readonly string[];
  } = tls;
  return runtime.getCACertificates?.('system') ?? [];
}
