import { parseArgs } from 'node:util';
import { InputError } from './input';
import { startSimulator, type Profile, type SimulatorOptions } from './simulator';

/** The line to the parent, when this runs as a utility process of the app. */
interface ParentPort {
  postMessage(message: unknown): void;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

function tellParent(profile: Profile): void {
  if ('parentPort' in process && isParentPort(process.parentPort)) {
    process.parentPort.postMessage({ profile });
  }
}

function readOptions(): SimulatorOptions {
  let values;
  try {
    ({ values } = parseArgs({
      options: { port: { type: 'string' }, scenario: { type: 'string' } },
    }));
  } catch (failure) {
    throw new InputError(failure instanceof Error ? failure.message : String(failure));
  }
  const { port, scenario } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new InputError(`--port: "${port}" is not a port number`);
  }
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(scenario === undefined ? {} : { scenario }),
  };
}

/** Serves until it is told to end; prints the ready profile as its one line. */
async function main(): Promise<void> {
  const simulator = await startSimulator(readOptions());
  console.log(JSON.stringify(simulator.profile));
  tellParent(simulator.profile);
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
