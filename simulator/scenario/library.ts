import { readFileSync } from 'node:fs';
import { InputError, parseJson } from '../input';
import busy from '../scenarios/busy.json';
import demo from '../scenarios/demo.json';
import quiet from '../scenarios/quiet.json';
import samples from '../scenarios/samples.json';
import { parseScenario, type Scenario } from './schema';

const BUNDLED = { busy, demo, quiet, samples };

/** The names of the bundled scenarios. */
export const scenarioNames = Object.keys(BUNDLED);

/** The purpose of each scenario, by name. */
export const scenarios = Object.fromEntries(
  Object.values(BUNDLED).map(({ name, description }) => [name, description]),
);

function readDocument(path: string): unknown {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new InputError(
      `scenario: "${path}" is neither a bundled scenario (${scenarioNames.join(', ')}) nor a readable file`,
    );
  }
  return parseJson(text, `scenario: "${path}"`);
}

/**
 * Finds a bundled scenario by name, or reads one from a file.
 *
 * @throws InputError if there is none or it is wrong; the message names the field
 */
export function loadScenario(nameOrFile: string): Scenario {
  const bundled = Object.entries(BUNDLED).find(([name]) => name === nameOrFile)?.[1];
  return parseScenario(bundled ?? readDocument(nameOrFile));
}
