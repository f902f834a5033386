import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkProfile } from '../../../main/settings/parse-profile';
import type { Profile } from '../../../main/settings/profile';
import type { BurstRequest } from '../burst-server';

/** A telephone service that sends bursts of notifications. */
export interface BurstService {
  readonly profile: Profile;
  burst(count: number, lastNumber: string): void;
  /** Ends the calls of earlier bursts. */
  release(): void;
  close(): Promise<void>;
}

export async function startBurstService(): Promise<BurstService> {
  const child = fork(join(__dirname, 'burst-server.js'));
  const [message] = (await once(child, 'message')) as unknown[];
  const profile = checkProfile(message);
  if (!profile.ok) throw new Error('the burst service could not be started');

  function ask(request: BurstRequest): void {
    child.send(request);
  }

  return {
    profile: profile.value,
    burst: (count, lastNumber) => ask({ kind: 'burst', count, lastNumber }),
    release: () => ask({ kind: 'release' }),
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
