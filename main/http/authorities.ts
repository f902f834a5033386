import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import tls, { type SecureContext } from 'node:tls';
import type { AppError } from '../../contract/errors';

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
  /** Told what could not be read. The rest is used without it. */
  readonly onProblem: (problem: AppError) => void;
}

/**
 * The authorities that the runtime brings, those of this computer's own store, and those of a file.
 * Electron reads neither of the latter two by itself when it is packaged.
 */
export function createAuthorities(options: AuthoritiesOptions): Authorities {
  const { bundled = tls.rootCertificates, readStore = readSystemStore, file, onProblem } = options;
  let loaded: Promise<SecureContext | undefined> | undefined;

  function complain(detail: string): readonly string[] {
    onProblem({ code: 'bad-input', detail });
    return [];
  }

  function readStored(): readonly string[] {
    try {
      return readStore();
    } catch {
      return complain('the certificates that this computer trusts cannot be read');
    }
  }

  async function readExtra(): Promise<readonly string[]> {
    if (file === undefined || file === '') return [];
    try {
      return parseCertificates(await readFile(file, 'utf8'));
    } catch {
      return complain(`NODE_EXTRA_CA_CERTS: ${file} cannot be read, or is not PEM`);
    }
  }

  async function build(): Promise<SecureContext | undefined> {
    const more = [...(await readExtra()), ...readStored()];
    if (more.length === 0) return undefined;
    // Made once, and of each certificate once: a computer's store holds those of the runtime too, often
    // several times, and to read hundreds for each connection would be felt.
    const all = new Map([...bundled, ...more].map((pem) => [pem.replaceAll(/\s/g, ''), pem]));
    return tls.createSecureContext({ ca: [...all.values()] });
  }

  return {
    load: () => {
      loaded ??= build();
      return loaded;
    },
  };
}

/** Throws where a certificate cannot be parsed, or there is none: OpenSSL would pass over it in silence. */
function parseCertificates(text: string): readonly string[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new Error('no certificate');
  return blocks.map((block) => new X509Certificate(block).toString());
}

/** Since Node 22.15 there is a way to read the store; the oldest Electron that is supported has 18. */
function readSystemStore(): readonly string[] {
  const runtime: {
    readonly rootCertificates: readonly string[];
    getCACertificates?(type: 'system'): readonly string[];
  } = tls;
  return runtime.getCACertificates?.('system') ?? [];
}
