import { readFileSync } from 'node:fs';
import { createServer, type TlsOptions } from 'node:tls';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'tls');

/** The test CA that signed the certificates of the servers below. Nothing else trusts it. */
export const CA_FILE = join(FOLDER, 'authority.pem');
export const CA_CERTIFICATE = readFileSync(CA_FILE, 'utf8');

/** A self-signed certificate that has `localhost` only in its common name. */
export const CN_ONLY_FILE = join(FOLDER, 'cn-only.pem');

/** A self-signed certificate that expired in 2021. */
export const EXPIRED_FILE = join(FOLDER, 'expired.pem');

export interface TlsFrontOptions extends Pick<TlsOptions, 'maxVersion' | 'minVersion' | 'ciphers'> {
  readonly certificate?: 'server' | 'cn-only' | 'expired';
}

export interface TlsFront {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a TLS server that forwards to the local port `target`. */
export async function startTlsFront(
  target: number,
  { certificate = 'server', ...options }: TlsFrontOptions = {},
): Promise<TlsFront> {
  const sockets = new Set<Socket>();
  const server = createServer(
    {
      cert: readFileSync(join(FOLDER, `${certificate}.pem`)),
      key: readFileSync(join(FOLDER, `${certificate}-key.pem`)),
      ...options,
    },
    (socket) => {
      const behind = connect(target, '127.0.0.1');
      for (const one of [socket, behind]) {
        sockets.add(one);
        one.on('error', () => one.destroy());
        one.on('close', () => {
          sockets.delete(one);
          socket.destroy();
          behind.destroy();
        });
      }
      socket.pipe(behind).pipe(socket);
    },
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
