import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { InputError } from './input';
import { scenarioNames } from './scenario/library';

/** The parsed command line. */
export interface SimulatorArguments {
  port?: number;
  scenario?: string;
  /** Path of a profile. */
  profile?: string;
  isHelp: boolean;
}

const FLAGS = {
  port: { type: 'string' },
  scenario: { type: 'string' },
  profile: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const USAGE = `Usage: npm run simulator [-- FLAGS]

Serves Genesys, Telesocial, Bandwidth, Twilio and Verba on one port of this computer, and prints a
profile for it. GET / lists what is served. See docs/simulator.md.

  --port N              the port on 127.0.0.1; by default any free one
  --scenario NAME|FILE  play one of ${scenarioNames.join(', ')}, or a file
  --profile FILE        use the credentials, media and ids of this profile
  --help                show this text`;

/** @throws InputError naming the wrong flag */
export function readArguments(args: string[]): SimulatorArguments {
  const { tokens } = parseArgs({ args, options: FLAGS, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new InputError(`"${token.value}" is not expected; see --help`);
    }
    if (token.kind === 'option' && !(token.name in FLAGS)) {
      const nearest = closest(token.name, Object.keys(FLAGS));
      throw new InputError(`${token.rawName} is not a flag; did you mean --${nearest}?`);
    }
    const needsValue = token.kind === 'option' && token.name !== 'help';
    if (needsValue && (token.value === undefined || token.value === '')) {
      throw new InputError(`--${token.name} needs a value`);
    }
  }
  const { values } = parseArgs({ args, options: FLAGS });
  const { port, scenario, profile, help } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new InputError(`--port: "${port}" is not a port number`);
  }
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(profile === undefined ? {} : { profile }),
    isHelp: help === true,
  };
}
