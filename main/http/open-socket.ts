import dns, { type LookupAddress } from 'node:dns';
import net, { type Socket } from 'node:net';

/** How long an address is tried alone before the next one is tried beside it, in ms (RFC 8305, section 8). */
const ATTEMPT_DELAY_MS = 250;
/** How long an idle connection is left alone before the system asks whether the other end is there, in ms. */
const KEEP_ALIVE_MS = 60_000;

/**
 * Connects to the first address of a host that answers ("Happy Eyeballs", RFC 8305). Node's own
 * `autoSelectFamily` gives up an address that is merely slow, and in Node 18.15 (Electron 25) it never gets
 * beyond one that does not answer at all (nodejs/node#47860).
 *
 * Rejects with the error of the first address that failed, or with `ETIMEDOUT` after `timeoutMs`.
 */
export async function openSocket(host: string, port: number, timeoutMs: number): Promise<Socket> {
  const addresses = net.isIP(host) === 0 ? alternateFamilies(await resolveAll(host)) : [host];
  return connectToFirst(addresses, port, timeoutMs);
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    dns.lookup(host, { all: true }, (error, addresses) => {
      if (error === null) resolve(addresses);
      else reject(error);
    });
  });
}

/** The first address stays the first, and is followed by one of the other family. */
function alternateFamilies(addresses: readonly LookupAddress[]): string[] {
  const preferred = addresses.filter(({ family }) => family === addresses[0]?.family);
  const others = addresses.filter(({ family }) => family !== addresses[0]?.family);
  const longest = Math.max(preferred.length, others.length);
  return Array.from({ length: longest }, (_, index) => [preferred[index], others[index]])
    .flat()
    .flatMap((found) => found?.address ?? []);
}

function connectToFirst(
  addresses: readonly string[],
  port: number,
  timeoutMs: number,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const attempts = new Set<Socket>();
    const untried = [...addresses];
    let firstError: Error | undefined;
    let isSettled = false;
    let nextAttempt: NodeJS.Timeout | undefined;
    const deadline = setTimeout(() => fail(createTimeout()), timeoutMs);

    function settle(): void {
      isSettled = true;
      clearTimeout(deadline);
      clearTimeout(nextAttempt);
      for (const socket of attempts) socket.destroy();
    }
    function fail(error: Error): void {
      settle();
      reject(error);
    }

    function attempt(): void {
      clearTimeout(nextAttempt);
      const address = untried.shift();
      if (address === undefined) return;
      const socket = net.connect({ host: address, port });
      socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS);
      attempts.add(socket);
      socket.once('connect', () => {
        attempts.delete(socket);
        settle();
        resolve(socket);
      });
      // It stays: whoever gets the socket listens a moment later.
      socket.on('error', (error) => {
        attempts.delete(socket);
        if (isSettled) return;
        firstError ??= error;
        if (untried.length > 0) attempt();
        else if (attempts.size === 0) fail(firstError);
      });
      nextAttempt = setTimeout(attempt, ATTEMPT_DELAY_MS);
    }

    attempt();
  });
}

function createTimeout(): Error {
  return Object.assign(new Error('No address answered in time'), { code: 'ETIMEDOUT' });
}
