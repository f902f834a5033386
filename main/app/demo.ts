import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { fail, type Result } from '../../contract/result';
import { checkProfile, toProfileError } from '../settings/parse-profile';
import type { Profile } from '../settings/profile';

/** Simulated services that play a scenario, and the profile with their addresses. */
export interface Demo {
  readonly profile: Result<Profile>;
  stop(): void;
}

const START_LIMIT_MS = 15_000;

/**
 * Starts the demo's services in a separate process. The app only knows how to start them, and that
 * they answer with a profile like any other.
 */
export async function startDemo(root: string): Promise<Demo> {
  const child = utilityProcess.fork(join(root, 'simulator', 'index.js'), ['--scenario', 'demo'], {
    serviceName: 'Sidetone demo services',
    stdio: 'ignore',
  });
  const profile = await new Promise<Result<Profile>>((resolve) => {
    const limit = setTimeout(() => resolve(notStarted()), START_LIMIT_MS);
    child.once('message', (message: unknown) => {
      clearTimeout(limit);
      const checked = checkProfile(profileOf(message));
      resolve(checked.ok ? checked : fail(toProfileError(checked.mistakes)));
    });
    child.once('exit', () => {
      clearTimeout(limit);
      resolve(notStarted());
    });
  });
  return { profile, stop: () => void child.kill() };
}

/** One line for the terminal, where nothing else distinguishes a demo from real calls. */
export function describeDemo({ isPackaged }: { readonly isPackaged: boolean }): string {
  const command = isPackaged ? 'sidetone' : 'npm start --';
  return (
    'sidetone: this is a demo with simulated services. Quit it with Ctrl+C here or "Quit Sidetone" in the ' +
    `tray or the commands. Use your own services with ${command} --profile FILE (see README.md).`
  );
}

function profileOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'profile' in message
    ? message.profile
    : undefined;
}

function notStarted(): Result<never> {
  return fail({ code: 'internal', detail: 'the demo could not be started' });
}
