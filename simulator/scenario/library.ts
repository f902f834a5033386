import { readFileSync } from 'node:fs';
import { InputError } from '../input';
import busy from '../scenarios/busy.json';
import demo from '../scenarios/demo.json';
import quiet from '../scenarios/quiet.json';
import { parseScenario, type Scenario } from './schema';

const BUNDLED: Record<string, unknown> = { busy, demo, quiet };

/** The names of the bundled scenarios. */
export const scenarioNames = Object.keys(BUNDLED);

function readDocument(path: string): unknown {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new InputError(
      `scenario: "${path}" is neither a bundled scenario (${scenarioNames.join(', ')}) nor a readable file`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`scenario: "${path}" is not JSON`);
  }
}

/**
 * Finds a bundled scenario by name, or reads one from a file.
 *
 * @throws InputError when there is none, or when it is wrong: the message names the field
 */
export function loadScenario(nameOrFile: string): Scenario {
  return parseScenario(BUNDLED[nameOrFile] ?? readDocument(nameOrFile));
}
