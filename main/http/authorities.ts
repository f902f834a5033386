import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import tls, { type SecureContext } from 'node:tls';
import type { AppError } from '../../contract/errors';
import { MIN_TLS_VERSION } from './connect-options';

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Whose certificates are accepted. */
export interface Authorities {
  /** Loaded once, with the first call; undefined where there are only those that the runtime brings. */
  load(): Promise<SecureContext | undefined>;
}

export interface AuthoritiesOptions {
  /** Those that the runtime brings, as PEM. */
  readonly bundled?: readonly string[];
  /** More authorities, as PEM: what `NODE_EXTRA_CA_CERTS` names. */
  readonly file?: string | undefined;
  /** What this computer trusts, as PEM; read from its own store where the runtime can. */
  readonly readStore?: () => readonly string[];
  /** Called with what could not be read. The rest is used without it. */
  readonly onProblem: (problem: AppError) => void;
}

/**
 * The authorities that the runtime brings, those of this computer's own store, and those of a file.
 * Electron reads neither of the latter two by itself when it is packaged.
 */
export function createAuthorities(options: AuthoritiesOptions): Authorities {
  const { bundled = tls.rootCertificates, readStore = readSystemStore, file, onProblem } = options;
  let loaded: Promise<SecureContext | undefined> | undefined;

  function complain(detail: string): void {
    onProblem({ code: 'bad-input', detail });
  }

  function readStored(): readonly string[] {
    try {
      return readStore();
    } catch {
      complain('the certificates that this computer trusts cannot be read');
      return [];
    }
  }

  async function readExtra(): Promise<readonly string[]> {
    if (file === undefined || file === '') return [];
    const text = await readFile(file, 'utf8').catch(() => '');
    const blocks = text.match(PEM_BLOCK) ?? [];
    // OpenSSL would pass over what it cannot parse in silence.
    const usable = blocks.filter(isCertificate);
    if (usable.length === 0 || usable.length < blocks.length) {
      complain(`NODE_EXTRA_CA_CERTS: ${file} cannot be read, or not all of it`);
    }
    return usable;
  }

  async function build(): Promise<SecureContext | undefined> {
    const more = [...(await readExtra()), ...readStored()];
    if (more.length === 0) return undefined;
    // Made once, and of each certificate once: a computer's store holds those of the runtime too, often
    // several times, and to read hundreds for each connection would be felt.
    const all = new Map([...bundled, ...more].map((pem) => [pem.replaceAll(/\s/g, ''), pem]));
    // A connection that brings its context takes the version from there and not from its own options.
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

/** Since Node 22.15 there is a way to read the store; the test runtime (Electron 33) has 20.18. */
function readSystemStore(): readonly string[] {
  const runtime: {
    readonly rootCertificates: readonly string[];
    getCACertificates?(type: 'system'): readonly string[];
  } = tls;
  return runtime.getCACertificates?.('system') ?? [];
}
