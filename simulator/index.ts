import { readArguments, USAGE } from './arguments';
import { loadProfile } from './given-profile';
import { InputError } from './input';
import { startSimulator } from './simulator';

/** The channel to the parent, if this is a utility process of the app. */
interface ParentPort {
  postMessage(message: unknown): void;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

function sendToParent(profile: unknown): void {
  if ('parentPort' in process && isParentPort(process.parentPort)) {
    process.parentPort.postMessage({ profile });
  }
}

/** Serves until stopped; prints the complete profile as its only line. */
async function main(): Promise<void> {
  const { isHelp, profile: file, ...options } = readArguments(process.argv.slice(2));
  if (isHelp) {
    console.log(USAGE);
    return;
  }
  const simulator = await startSimulator({
    ...options,
    ...(file !== undefined && { profile: loadProfile(file) }),
  });
  console.log(JSON.stringify(simulator.clientProfile));
  sendToParent(simulator.clientProfile);
  const end = (): void => {
    void simulator.close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof InputError ? `simulator: ${failure.message}` : failure);
  process.exitCode = failure instanceof InputError ? 2 : 1;
});
